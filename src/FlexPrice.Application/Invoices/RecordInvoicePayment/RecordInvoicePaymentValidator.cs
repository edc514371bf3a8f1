using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Invoices.RecordInvoicePayment;

internal sealed class RecordInvoicePaymentValidator : AbstractValidator<RecordInvoicePaymentCommand>
{
    public RecordInvoicePaymentValidator()
    {
        RuleFor(command => command.Id).Named("id");
        RuleFor(command => command.PaymentStatus).RequiredOneOf("payment_status", [.. InvoiceValues.RecordedPaymentStatuses]);
        RuleFor(command => command.Amount).Amount("amount");
    }
}
