using FluentValidation;

namespace FlexPrice.Application.Subscriptions.EndDueSubscriptions;

internal sealed class EndDueSubscriptionsValidator : AbstractValidator<EndDueSubscriptionsCommand>
{
    public EndDueSubscriptionsValidator() =>
        RuleFor(command => command.Limit).InclusiveBetween(1, EndDueSubscriptionsCommand.MaximumLimit)
            .OverridePropertyName("limit").WithMessage($"limit must be between 1 and {EndDueSubscriptionsCommand.MaximumLimit}.");
}
