using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.UpdateSubscription;

internal sealed class UpdateSubscriptionValidator : AbstractValidator<UpdateSubscriptionCommand>
{
    public UpdateSubscriptionValidator()
    {
        RuleFor(command => command.Id).Named("id");
        RuleFor(command => command.InvoicingCustomerId).Text("invoicing_customer_id", RequestLimits.Text);
        RuleFor(command => command.InvoicingCustomerId).NotNull()
            .OverridePropertyName("invoicing_customer_id")
            .WithMessage("invoicing_customer_id is required: name who pays (cust_…), or send an empty string for the customer itself.");
    }
}
