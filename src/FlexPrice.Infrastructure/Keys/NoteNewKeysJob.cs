using FlexPrice.Infrastructure.Sql;
using Quartz;

namespace FlexPrice.Infrastructure.Keys;

/// <summary>Notes the keys that the ring gets while the program runs. One that follows another waits two days before it is used; one that follows an expired ring is used at once, and unnoted for up to an hour.</summary>
[DisallowConcurrentExecution]
internal sealed class NoteNewKeysJob(KeyGuard guard, IWriterGate gate) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Without the permit it runs again in an hour.
        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is not null)
        {
            await guard.RecordNewKeysAsync(cancellationToken);
        }
    }
}
