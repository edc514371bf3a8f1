using FluentValidation;

namespace FlexPrice.Application.Retention.DestroyDueDocuments;

internal sealed class DestroyDueDocumentsValidator : AbstractValidator<DestroyDueDocumentsCommand>
{
    public DestroyDueDocumentsValidator() =>
        RuleFor(command => command.Limit).InclusiveBetween(1, DestroyDueDocumentsCommand.MaximumLimit)
            .OverridePropertyName("limit").WithMessage($"limit must be between 1 and {DestroyDueDocumentsCommand.MaximumLimit}.");
}
