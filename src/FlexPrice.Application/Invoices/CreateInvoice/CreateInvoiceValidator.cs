using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Invoices.CreateInvoice;

internal sealed class CreateInvoiceValidator : AbstractValidator<CreateInvoiceCommand>
{
    public CreateInvoiceValidator()
    {
        RuleFor(command => command.Customer).Inline(new CustomerReferenceValidator());
        RuleFor(command => command.SubscriptionId).Text("subscription_id", RequestLimits.Text);
        RuleFor(command => command.InvoiceType).OneOf("invoice_type", WireName.All<InvoiceType>());
        RuleFor(command => command.BillingReason).OneOf("billing_reason", WireName.All<BillingReason>());
        RuleFor(command => command.Currency).Currency("currency");
        RuleFor(command => command.AmountDue).NotNull().OverridePropertyName("amount_due").WithMessage("amount_due is required.");
        RuleFor(command => command.AmountDue).Amount("amount_due");
        RuleFor(command => command.Total).NotNull().OverridePropertyName("total").WithMessage("total is required.");
        RuleFor(command => command.Total).Amount("total");
        RuleFor(command => command.Subtotal).NotNull().OverridePropertyName("subtotal").WithMessage("subtotal is required.");
        RuleFor(command => command.Subtotal).Amount("subtotal");
        RuleFor(command => command.TotalTax).Amount("total_tax");
        // FlexPrice's callers cannot send the tax, and no caller can send a discount: without them total and subtotal cannot be compared.
        RuleFor(command => command.Total).Must((command, total) => total <= command.Subtotal + command.TotalTax && total >= command.TotalTax)
            .When(command => IsAmount(command.Total) && IsAmount(command.Subtotal) && IsAmount(command.TotalTax))
            .OverridePropertyName("total")
            .WithMessage(command => FormattableString.Invariant(
                $"total must be at least total_tax and at most subtotal plus total_tax, which is {command.Subtotal:0.#########} + {command.TotalTax:0.#########} = {command.Subtotal + command.TotalTax:0.#########}, not {command.Total:0.#########}."));
        RuleFor(command => command.Description).Must(text => text is null || (text.Length <= RequestLimits.Prose && ValidationRules.IsClean(text, multiline: true)))
            .OverridePropertyName("description").WithMessage($"description must have at most {RequestLimits.Prose} characters and no control characters but line breaks.");
        RuleFor(command => command.DueDate).Time("due_date");
        RuleFor(command => command.PeriodStart).Time("period_start");
        RuleFor(command => command.PeriodEnd).Time("period_end");
        RuleFor(command => command.PeriodEnd).Must((command, end) => end is null || command.PeriodStart is null || end >= command.PeriodStart)
            .OverridePropertyName("period_end").WithMessage("period_end must be after period_start.");
        RuleFor(command => command.Metadata).Metadata("metadata");
        RuleFor(command => command.LineItems).AtMost(RequestLimits.InvoiceLines, "line_items").DependentRules(() => RuleForEach(command => command.LineItems)
            .NotNull().WithMessage("A line item must not be null.")
            .SetValidator(new InvoiceLineToCreateValidator())
            .OverridePropertyName("line_items"));
    }

    private static bool IsAmount(decimal? amount) => amount is { } sent && ValidationRules.IsAmount(sent);
}
