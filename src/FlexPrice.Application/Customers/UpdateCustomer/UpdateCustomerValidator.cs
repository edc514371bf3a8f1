using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Customers.UpdateCustomer;

internal sealed class UpdateCustomerValidator : AbstractValidator<UpdateCustomerCommand>
{
    public UpdateCustomerValidator()
    {
        RuleFor(command => command.Customer)
            .Must(customer => !string.IsNullOrEmpty(customer.Id) || !string.IsNullOrEmpty(customer.ExternalId))
            .OverridePropertyName("id")
            .WithMessage("Name the customer: ?id=cust_… or ?external_customer_id=….");
        RuleFor(command => command.Customer.ExternalId).Text("external_customer_id", RequestLimits.Text);
        When(command => command.ExternalId is not null, () => RuleFor(command => command.ExternalId).RequiredText("external_id", 255));
        RuleFor(command => command.Fields).Inline(new CustomerFieldsValidator());
        RuleFor(command => command.Status).OneOf("status", WireName.All<CustomerStatus>());
    }
}
