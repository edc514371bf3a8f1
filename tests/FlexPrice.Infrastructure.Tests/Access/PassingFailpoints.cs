using FlexPrice.Application.Abstractions;

namespace FlexPrice.Infrastructure.Tests.Access;

/// <summary>Fails once at a step, in a way that passes.</summary>
internal sealed class PassingFailpoints : IFailpoints
{
    private (string Step, Action Meanwhile)? _armed;

    public int Failed { get; private set; }

    public void FailOnce(string at, Action meanwhile) => _armed = (at, meanwhile);

    public ValueTask ReachAsync(string step, CancellationToken cancellationToken)
    {
        if (_armed is not { } armed || armed.Step != step)
        {
            return ValueTask.CompletedTask;
        }

        _armed = null;
        Failed++;
        armed.Meanwhile();
        throw new HierarchyChangedException();
    }
}
