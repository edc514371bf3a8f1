using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Customers.DeleteCustomer;

internal sealed class DeleteCustomerValidator : AbstractValidator<DeleteCustomerCommand>
{
    public DeleteCustomerValidator()
    {
        RuleFor(command => command.Choices).Choices();
        RuleFor(command => command.PlanDigest).PlanDigest();
    }
}
