using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Looks at the outbox of all tenants.</summary>
internal sealed class OutboxInspection(FlexPriceDbContext context, TimeProvider clock)
{
    public async Task<OutboxState> InspectAsync(CancellationToken cancellationToken)
    {
        var depth = await All.LongCountAsync(cancellationToken);
        var oldest = await All.OrderBy(message => message.Sequence).Select(message => (DateTimeOffset?)message.OccurredAt).FirstOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return new OutboxState(depth, now - (oldest ?? now), await CountGivenUpAsync(cancellationToken));
    }

    public Task<long> CountGivenUpAsync(CancellationToken cancellationToken) => All.LongCountAsync(message => message.GivenUpAt != null, cancellationToken);

    private IQueryable<OutboxMessage> All => context.Set<OutboxMessage>().IgnoreQueryFilters();
}
