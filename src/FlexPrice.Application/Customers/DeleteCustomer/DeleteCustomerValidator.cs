using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FluentValidation;

namespace FlexPrice.Application.Customers.DeleteCustomer;

internal sealed class DeleteCustomerValidator : AbstractValidator<DeleteCustomerCommand>
{
    public DeleteCustomerValidator()
    {
        RuleFor(command => command.Choices).Choices();
        RuleFor(command => command.PlanDigest)
            .Matches("^sha256:[0-9a-f]{64}$")
            .OverridePropertyName(CascadeRequest.PlanDigestParameter)
            .WithMessage("plan_digest must be the digest of a deletion plan: sha256: and 64 hexadecimal digits.");
    }
}
