using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>Has the server end every session of the product at a step, the first time that it is reached after being armed.</summary>
internal sealed class BreakingFailpoints(TestDatabase database, string at) : IFailpoints
{
    private bool _armed;

    public int Broken { get; private set; }

    public void Arm() => _armed = true;

    public ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        if (_armed && step == at)
        {
            _armed = false;
            Broken++;
            database.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }

        return ValueTask.CompletedTask;
    }
}
