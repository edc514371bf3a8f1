using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.CreateSubscription;

internal sealed class CreateSubscriptionValidator : AbstractValidator<CreateSubscriptionCommand>
{
    private const int MaximumPeriodCount = 1000;

    private static readonly string[] FirstStatuses = [.. WireName.All<SubscriptionStatus>().Except([WireName.Of(SubscriptionStatus.Cancelled)], StringComparer.Ordinal)];

    public CreateSubscriptionValidator(TimeProvider clock)
    {
        RuleFor(command => command.Customer).Inline(new CustomerReferenceValidator());
        RuleFor(command => command.PlanId).RequiredText("plan_id", 50);
        RuleFor(command => command.Currency).Currency("currency");
        RuleFor(command => command.BillingPeriod).RequiredOneOf("billing_period", WireName.All<BillingPeriod>());
        RuleFor(command => command.BillingPeriodCount).InclusiveBetween(1, MaximumPeriodCount)
            .OverridePropertyName("billing_period_count").WithMessage($"billing_period_count must be between 1 and {MaximumPeriodCount}.");
        RuleFor(command => command.StartDate).Time("start_date");
        RuleFor(command => command.EndDate).Time("end_date");
        RuleFor(command => command.EndDate).Must((command, end) => end is null || end > (command.StartDate ?? clock.GetUtcNow()))
            .OverridePropertyName("end_date").WithMessage("end_date must be later than start_date, which is now when it is left out.");
        RuleFor(command => command.SubscriptionStatus).OneOf("subscription_status", FirstStatuses);
        RuleFor(command => command.Metadata).Metadata("metadata");
        RuleFor(command => command.InvoicingCustomerId).Text("invoicing_customer_id", RequestLimits.Text);
        RuleFor(command => command.ParentSubscriptionId).Text("parent_subscription_id", RequestLimits.Text);
        RuleFor(command => command.LineItems).AtMost(RequestLimits.SubscriptionLines, "line_items").DependentRules(() => RuleForEach(command => command.LineItems)
            .NotNull().WithMessage("A line item must not be null.")
            .SetValidator(new LineItemTermsValidator())
            .OverridePropertyName("line_items"));
    }
}
