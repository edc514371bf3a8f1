using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Invoices.VoidInvoice;

internal sealed class VoidInvoiceValidator : AbstractValidator<VoidInvoiceCommand>
{
    public VoidInvoiceValidator() => RuleFor(command => command.Id).Named("id");
}
