using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>Removes commit marks that no process can still look for: a command is retried for seconds only.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetCommitMarksJob(FlexPriceDbContext context, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // No statement locks a whole table because it locks many rows.
    internal const int LargestBatch = 1000;

    /// <summary>The lifetime of a mark.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext jobContext, CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - Kept;
        int forgotten;
        do
        {
            forgotten = await context.Set<CommitMark>().IgnoreQueryFilters()
                .Where(mark => mark.CommittedAt < before)
                .OrderBy(mark => mark.CommittedAt)
                .Take(LargestBatch)
                .ExecuteDeleteAsync(cancellationToken);
        }
        while (forgotten == LargestBatch);
    }
}
