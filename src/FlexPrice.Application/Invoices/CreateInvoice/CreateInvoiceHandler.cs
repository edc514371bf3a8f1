using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Subscriptions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;

namespace FlexPrice.Application.Invoices.CreateInvoice;

internal sealed class CreateInvoiceHandler(
    IRepository<Invoice> invoices,
    IReadRepository<Subscription> subscriptions,
    CustomerResolver customers,
    InvoiceFinalizer finalizer,
    IIdGenerator ids,
    ICaller caller,
    TimeProvider clock) : ICommandHandler<CreateInvoiceCommand, CommandResult<InvoiceId>>
{
    public async Task<CommandResult<InvoiceId>> HandleAsync(CreateInvoiceCommand command, CancellationToken cancellationToken)
    {
        var customer = await customers.LockSharedAsync(command.Customer.PreferringId(), cancellationToken);
        if (customer.Error is not null)
        {
            return customer.Error;
        }

        Subscription? subscription = null;
        if (!string.IsNullOrEmpty(command.SubscriptionId))
        {
            subscription = TypedId.TryParse<SubscriptionId>(command.SubscriptionId, out var named)
                ? await subscriptions.FirstOrDefaultAsync(new SubscriptionById(named), cancellationToken)
                : null;
            if (subscription is null)
            {
                return SubscriptionErrors.NotFound(command.SubscriptionId);
            }
        }

        var change = caller.ChangeNow(clock);
        var invoice = Invoice.Create(caller.Scope, ids.New<InvoiceId>(), customer.Value, subscription, TermsOf(command), ids.New<InvoiceLineItemId>, change);
        if (invoice.Error is not null)
        {
            return invoice.Error;
        }

        await invoices.AddAsync(invoice.Value, cancellationToken);
        return invoice.Value.FinalizesItself && await finalizer.FinalizeAsync([(invoice.Value, customer.Value)], change, cancellationToken) is { } refused
            ? refused
            : invoice.Value.Id;
    }

    private static InvoiceTerms TermsOf(CreateInvoiceCommand command) => new(
        WireName.Parse(command.InvoiceType, InvoiceType.OneOff),
        WireName.Parse(command.BillingReason, BillingReason.Manual),
        command.Currency!.ToLowerInvariant(),
        InvoiceAmounts.Unpaid(command.Subtotal!.Value, command.Total!.Value, command.TotalTax ?? 0, command.AmountDue!.Value),
        command.PeriodStart?.ToUniversalTime(),
        command.PeriodEnd?.ToUniversalTime(),
        command.DueDate?.ToUniversalTime(),
        command.Description ?? "",
        command.Metadata,
        [.. (command.LineItems ?? []).Select(TermsOf)]);

    private static InvoiceLineTerms TermsOf(InvoiceLineToCreate line) => new(
        line.Amount!.Value,
        line.Quantity ?? 1,
        line.DisplayName ?? "",
        string.IsNullOrEmpty(line.PriceId) ? null : line.PriceId,
        line.PeriodStart?.ToUniversalTime(),
        line.PeriodEnd?.ToUniversalTime(),
        line.Metadata);
}
