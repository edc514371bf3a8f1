using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Subscriptions;
using FluentValidation;

namespace FlexPrice.Application.Subscriptions.CreateSubscription;

internal sealed class LineItemTermsValidator : AbstractValidator<LineItemTerms>
{
    public LineItemTermsValidator()
    {
        RuleFor(item => item.PriceId).RequiredText("price_id", 50);
        RuleFor(item => item.DisplayName).Text("display_name", 255);
        RuleFor(item => (decimal?)item.Quantity).PositiveAmount("quantity");
    }
}
