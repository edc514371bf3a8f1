using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Invoices.CreateInvoice;

internal sealed class InvoiceLineToCreateValidator : AbstractValidator<InvoiceLineToCreate>
{
    public InvoiceLineToCreateValidator()
    {
        RuleFor(line => line.Amount).NotNull().OverridePropertyName("amount").WithMessage("amount is required.");
        RuleFor(line => line.Amount).Amount("amount");
        RuleFor(line => line.Quantity).Amount("quantity");
        RuleFor(line => line.DisplayName).Text("display_name", 255);
        RuleFor(line => line.PriceId).Text("price_id", 50);
        RuleFor(line => line.PeriodStart).Time("period_start");
        RuleFor(line => line.PeriodEnd).Time("period_end");
        RuleFor(line => line.PeriodEnd).Must((line, end) => end is null || line.PeriodStart is null || end >= line.PeriodStart)
            .OverridePropertyName("period_end").WithMessage("period_end must be after period_start.");
        RuleFor(line => line.Metadata).Metadata("metadata");
    }
}
