using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FluentValidation;

namespace FlexPrice.Application.Customers;

internal sealed class CustomerReferenceValidator : AbstractValidator<CustomerReference>
{
    public CustomerReferenceValidator()
    {
        RuleFor(reference => reference.Id)
            .Must((reference, id) => !string.IsNullOrEmpty(id) || !string.IsNullOrEmpty(reference.ExternalId))
            .OverridePropertyName("customer_id")
            .WithMessage("customer_id or external_customer_id is required: name the customer by our id (cust_…) or by your own.");
        RuleFor(reference => reference.Id).Text("customer_id", RequestLimits.Text);
        RuleFor(reference => reference.ExternalId).Text("external_customer_id", RequestLimits.Text);
    }
}
