using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Invoices.RecordInvoicePayment;

internal sealed class RecordInvoicePaymentValidator : AbstractValidator<RecordInvoicePaymentCommand>
{
    // The others are never reached here.
    private static readonly PaymentStatus[] Recorded = [PaymentStatus.Pending, PaymentStatus.Succeeded, PaymentStatus.Overpaid, PaymentStatus.Failed];

    public RecordInvoicePaymentValidator()
    {
        RuleFor(command => command.Id).Named("id");
        RuleFor(command => command.PaymentStatus).RequiredOneOf("payment_status", [.. Recorded.Select(WireName.Of)]);
        RuleFor(command => command.Amount).Amount("amount");
    }
}
