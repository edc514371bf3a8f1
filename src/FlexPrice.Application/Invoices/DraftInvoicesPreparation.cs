using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices;

/// <summary>Issues the drafts of deleted customers with <c>draft_invoices=finalize</c>, the oldest first.</summary>
internal sealed class DraftInvoicesPreparation(IRepository<Invoice> invoices, ICustomerRepository customers, InvoiceFinalizer finalizer, IUnitOfWork unitOfWork) : ICascadePreparation
{
    public string Edge => InvoiceActions.Drafts;

    public async Task PrepareAsync(IReadOnlyList<EdgeDecision> decisions, IReadOnlyDictionary<CustomerId, DeletionId> records, Change change, CancellationToken cancellationToken)
    {
        var owners = decisions.Where(decision => decision is { Action: InvoiceActions.Finalize, Count: > 0 }).Select(decision => decision.CustomerId).ToList();
        if (owners.Count == 0)
        {
            return;
        }

        // Their events precede those of their edges, and the customer's deletion event.
        var drafts = await invoices.ListAsync(new DraftsOfCustomers(owners), cancellationToken);
        var byId = (await customers.ListAsync(new CustomersById(owners), cancellationToken)).ToDictionary(customer => customer.Id);
        if (await finalizer.FinalizeAsync([.. drafts.Select(draft => (draft, byId[draft.CustomerId!.Value]))], change, cancellationToken) is { } refused)
        {
            throw new InvalidOperationException($"A draft could not be finalized: {refused.Code}.");
        }

        foreach (var happened in drafts.SelectMany(draft => draft.TakeEvents()))
        {
            unitOfWork.Raise(happened);
        }
    }
}
