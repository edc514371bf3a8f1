using FlexPrice.Domain.Retention;
using FluentValidation;

namespace FlexPrice.Application.Retention.DecideRetentionPolicy;

internal sealed class DecideRetentionPolicyValidator : AbstractValidator<DecideRetentionPolicyCommand>
{
    public DecideRetentionPolicyValidator() =>
        RuleFor(command => command.Years).Must(years => years is >= 0 and <= RetentionPolicy.MaximumYears)
            .OverridePropertyName("years").WithMessage($"years is required and must be between 0 and {RetentionPolicy.MaximumYears}.");
}
