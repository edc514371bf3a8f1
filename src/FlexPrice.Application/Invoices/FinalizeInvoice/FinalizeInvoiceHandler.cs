using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Invoices.FinalizeInvoice;

internal sealed class FinalizeInvoiceHandler(IRepository<Invoice> invoices, CustomerResolver customers, InvoiceFinalizer finalizer, ICaller caller, TimeProvider clock)
    : ICommandHandler<FinalizeInvoiceCommand, CommandResult<InvoiceId>>
{
    public async Task<CommandResult<InvoiceId>> HandleAsync(FinalizeInvoiceCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<InvoiceId>(command.Id, out var id) || await invoices.FirstOrDefaultAsync(new CurrentInvoice(id), cancellationToken) is not { CustomerId: { } owner } invoice)
        {
            return InvoiceErrors.NotFound(command.Id);
        }

        var customer = await customers.LockSharedAsync(new CustomerReference(owner.Value), cancellationToken);
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        return await finalizer.FinalizeAsync([(invoice, customer.Value)], caller.ChangeNow(clock), cancellationToken) is { } refused ? refused : id;
    }
}
