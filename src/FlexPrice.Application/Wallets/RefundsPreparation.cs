using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Application.Wallets;

/// <summary>Makes a recipient of every refunded wallet, and seals the payee for it: afterwards the customer cannot be looked up.</summary>
internal sealed class RefundsPreparation(IRepository<Deletion> deletions, ICustomerRepository customers, IRecipientSeal seal, IUnitOfWork unitOfWork) : ICascadePreparation
{
    public string Edge => WalletsEdge.EdgeName;

    public async Task PrepareAsync(IReadOnlyList<EdgeDecision> decisions, IReadOnlyDictionary<CustomerId, DeletionId> records, Change change, CancellationToken cancellationToken)
    {
        var paidOut = decisions.Where(decision => decision.Recipients.Count > 0).ToList();
        if (paidOut.Count == 0)
        {
            return;
        }

        // The records were added just now.
        await unitOfWork.FlushAsync(cancellationToken);
        var owners = (await customers.ListAsync(new CustomersById([.. paidOut.Select(decision => decision.CustomerId)]), cancellationToken)).ToDictionary(customer => customer.Id);
        var recorded = (await deletions.ListAsync(new DeletionsById([.. paidOut.Select(decision => records[decision.CustomerId])]), cancellationToken)).ToDictionary(deletion => deletion.CustomerId);
        foreach (var decision in paidOut)
        {
            foreach (var wallet in decision.Context.Rows.Where(WalletsEdge.IsPaidOut))
            {
                AddRefund(recorded[decision.CustomerId], owners[decision.CustomerId], wallet, change);
            }
        }
    }

    private void AddRefund(Deletion deletion, Customer customer, InventoryRow wallet, Change change)
    {
        var id = Recipient.IdOf(WalletId.From(wallet.Id));
        var (wrappedKey, content) = seal.Seal(id, new RecipientSubject { ExternalId = customer.ExternalId, Name = customer.Name, Email = customer.Email });
        deletion.AddRefund(id, WalletsEdge.RefundOf(wallet), wrappedKey, content, change);
    }
}
