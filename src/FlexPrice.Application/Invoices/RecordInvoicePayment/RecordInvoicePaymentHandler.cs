using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Invoices.RecordInvoicePayment;

internal sealed class RecordInvoicePaymentHandler(
    IRepository<Invoice> invoices,
    IRepository<SealedDocument> documents,
    IDocumentSeal seal,
    IRowLocks locks,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<RecordInvoicePaymentCommand, CommandResult<InvoiceId>>
{
    public async Task<CommandResult<InvoiceId>> HandleAsync(RecordInvoicePaymentCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<InvoiceId>(command.Id, out var id) || await invoices.FirstOrDefaultAsync(new CurrentInvoice(id), cancellationToken) is not { CustomerId: { } owner } invoice)
        {
            return InvoiceErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([owner], cancellationToken);
        var change = caller.ChangeNow(clock);
        if (invoice.RecordPayment(ids.New<InvoicePaymentId>(), WireName.Parse<PaymentStatus>(command.PaymentStatus!), command.Amount, change) is { } refused)
        {
            return refused;
        }

        if (await documents.FirstOrDefaultAsync(new DocumentOfInvoice(id), cancellationToken) is { } document)
        {
            document.Replace(seal.Seal(document.WrappedKey, id, InvoiceDocument.Of(invoice)), change.At);
        }

        return id;
    }
}
