using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Deletions.GetDeletionPlan;

internal sealed class GetDeletionPlanValidator : AbstractValidator<GetDeletionPlanQuery>
{
    public GetDeletionPlanValidator() => RuleFor(query => query.Choices).Choices();
}
