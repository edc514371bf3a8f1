using FlexPrice.Application.Usage;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>
/// Keeps the end of every holding of an external id that is given up, and moves the usage that is collected under it. Deletions do the same set-based, in the edge of the usage.
/// </summary>
internal sealed class ExternalIdHoldings(IRepositoryBase<PastHolding> past, ICustomerRepository customers, IUsageStore usage)
{
    /// <summary>A customer takes an external id that no published customer holds: who was archived with it has it no longer, and usage that nobody owned becomes the customer's.</summary>
    /// <param name="taker">The customer.</param>
    /// <param name="externalId">The blind index of the external id.</param>
    /// <param name="change">When.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TakeAsync(Customer taker, LookupHash externalId, Change change, CancellationToken cancellationToken)
    {
        var lost = await past.ListAsync(new LostHoldings(externalId), cancellationToken);
        if (await FindArchivedHolderAsync(externalId, taker.Id, lost, cancellationToken) is { } archived)
        {
            await EndAsync(archived, externalId, change, cancellationToken);
        }

        foreach (var own in lost.Where(holding => holding.CustomerId == taker.Id))
        {
            own.Resume();
        }

        var subject = await usage.FindSubjectAsync(externalId, cancellationToken);
        subject?.AdoptBy(taker.Id);
    }

    /// <summary>A customer is about to take another external id: the usage that came under the old one stays the customer's.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="change">When.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task GiveUpAsync(Customer customer, Change change, CancellationToken cancellationToken)
    {
        var subject = await usage.FindSubjectAsync(customer.ExternalIdHash, cancellationToken);
        if (subject?.CustomerId == customer.Id)
        {
            subject.ReleaseExternalId();
        }

        if (await IsHolderAsync(customer, cancellationToken))
        {
            await EndAsync(customer, customer.ExternalIdHash, change, cancellationToken);
        }
    }

    // From an archived customer somebody may have taken it.
    private async Task<bool> IsHolderAsync(Customer customer, CancellationToken cancellationToken)
    {
        if (customer.Status == CustomerStatus.Published)
        {
            return true;
        }

        if (await customers.AnyAsync(new PublishedCustomerByExternalId(customer.ExternalIdHash), cancellationToken))
        {
            return false;
        }

        var lost = await past.ListAsync(new LostHoldings(customer.ExternalIdHash), cancellationToken);
        return lost.All(holding => holding.CustomerId != customer.Id);
    }

    private async Task<Customer?> FindArchivedHolderAsync(LookupHash externalId, CustomerId taker, IReadOnlyList<PastHolding> lost, CancellationToken cancellationToken)
    {
        var archived = await customers.ListAsync(new ArchivedCustomersByExternalId(externalId), cancellationToken);
        return archived.FirstOrDefault(candidate => candidate.Id != taker && lost.All(holding => holding.CustomerId != candidate.Id));
    }

    private async Task EndAsync(Customer holder, LookupHash externalId, Change change, CancellationToken cancellationToken)
    {
        var latest = await past.FirstOrDefaultAsync(new LatestHolding(externalId), cancellationToken);
        await past.AddAsync(PastHolding.End(new EnvironmentScope(holder.TenantId, holder.EnvironmentId), externalId, holder.Id, change.At, latest?.EndedAt), cancellationToken);
    }
}
