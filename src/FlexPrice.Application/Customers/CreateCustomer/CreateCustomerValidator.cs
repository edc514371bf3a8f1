using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Customers.CreateCustomer;

internal sealed class CreateCustomerValidator : AbstractValidator<CreateCustomerCommand>
{
    public CreateCustomerValidator()
    {
        RuleFor(command => command.ExternalId).RequiredText("external_id", 255);
        RuleFor(command => command.Fields).Inline(new CustomerFieldsValidator());
    }
}
