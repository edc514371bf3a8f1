using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.CancelSubscription;

internal sealed class CancelSubscriptionValidator : AbstractValidator<CancelSubscriptionCommand>
{
    internal const string Immediate = "immediate";
    internal const string EndOfPeriod = "end_of_period";

    public CancelSubscriptionValidator()
    {
        RuleFor(command => command.Id).Named("id");
        RuleFor(command => command.CancellationType).RequiredOneOf("cancellation_type", Immediate, EndOfPeriod);
    }
}
