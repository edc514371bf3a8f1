using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Invoices.FinalizeInvoice;

internal sealed class FinalizeInvoiceValidator : AbstractValidator<FinalizeInvoiceCommand>
{
    public FinalizeInvoiceValidator() => RuleFor(command => command.Id).Named("id");
}
