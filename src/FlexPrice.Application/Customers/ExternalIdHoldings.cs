using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>
/// Stores the end of a holding when an external id is given up, and moves the usage that was collected under it. Deletions do the same in sets, in the edge of the usage.
/// </summary>
internal sealed class ExternalIdHoldings(IRepository<PastHolding> past, IExternalIdHolders holders, ICollectedUsage usage, IRowLocks locks)
{
    /// <summary>Locks an external id before a customer takes it.</summary>
    public Task LockExclusiveAsync(LookupHash externalId, CancellationToken cancellationToken) => locks.LockExternalIdsExclusiveAsync([externalId], cancellationToken);

    /// <summary>A customer takes an external id that no published customer has: archived customers with it lose it, and usage without an owner becomes the customer's.</summary>
    /// <param name="taker">The customer.</param>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="change">When.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TakeAsync(Customer taker, LookupHash externalId, Change change, CancellationToken cancellationToken)
    {
        var archived = await holders.ListArchivedAsync(externalId, cancellationToken);
        await EndAsync(taker, [.. archived.Where(customer => customer != taker.Id)], externalId, change, cancellationToken);
        foreach (var own in await past.ListAsync(new LostHoldings(externalId, taker.Id), cancellationToken))
        {
            own.Resume();
        }

        await usage.AssignAsync(externalId, taker.Id, cancellationToken);
    }

    /// <summary>A customer is about to take another external id: the usage that came under the old one stays the customer's.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="change">When.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task GiveUpAsync(Customer customer, Change change, CancellationToken cancellationToken)
    {
        await usage.ReleaseAsync(customer.ExternalIdHash, customer.Id, cancellationToken);
        var now = await holders.FindAsync([(customer.ExternalIdHash, null)], cancellationToken);
        if (now.At(customer.ExternalIdHash, null).Customer == customer.Id)
        {
            await EndAsync(customer, [customer.Id], customer.ExternalIdHash, change, cancellationToken);
        }
    }

    // The first end after an event decides the owner, so the current holder's end comes first.
    private async Task EndAsync(Customer inScope, IReadOnlyList<CustomerId> customers, LookupHash externalId, Change change, CancellationToken cancellationToken)
    {
        if (customers.Count == 0)
        {
            return;
        }

        var last = await past.FirstOrDefaultAsync(new LatestHolding(externalId), cancellationToken);
        foreach (var customer in customers)
        {
            var end = PastHolding.End(new EnvironmentScope(inScope.TenantId, inScope.EnvironmentId), externalId, customer, change.At, last);
            last = end.EndedAt;
            await past.AddAsync(end, cancellationToken);
        }
    }
}
