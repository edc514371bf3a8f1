using FluentValidation;

namespace FlexPrice.Application.Deletions.ForgetExpiredFences;

internal sealed class ForgetExpiredFencesValidator : AbstractValidator<ForgetExpiredFencesCommand>
{
    public ForgetExpiredFencesValidator() =>
        RuleFor(command => command.Limit).InclusiveBetween(1, ForgetExpiredFencesCommand.MaximumLimit)
            .OverridePropertyName("limit").WithMessage($"limit must be between 1 and {ForgetExpiredFencesCommand.MaximumLimit}.");
}
