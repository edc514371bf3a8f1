using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.VoidInvoice;

internal sealed class VoidInvoiceHandler(IRepository<Invoice> invoices, IRowLocks locks, ICaller caller, TimeProvider clock) : ICommandHandler<VoidInvoiceCommand, CommandResult<InvoiceId>>
{
    public async Task<CommandResult<InvoiceId>> HandleAsync(VoidInvoiceCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<InvoiceId>(command.Id, out var id) || await invoices.FirstOrDefaultAsync(new CurrentInvoice(id), cancellationToken) is not { CustomerId: { } owner } invoice)
        {
            return InvoiceErrors.NotFound(command.Id);
        }

        await locks.LockSharedAsync([owner], cancellationToken);
        return invoice.Void(caller.ChangeNow(clock)) is { } refused ? refused : id;
    }
}
