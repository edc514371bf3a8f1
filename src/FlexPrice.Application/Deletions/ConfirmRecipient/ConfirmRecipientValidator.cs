using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Deletions.ConfirmRecipient;

internal sealed class ConfirmRecipientValidator : AbstractValidator<ConfirmRecipientCommand>
{
    public ConfirmRecipientValidator()
    {
        RuleFor(command => command.DeletionId).Named("id");
        RuleFor(command => command.RecipientId).Named("recipient_id");
        RuleFor(command => command.Evidence).RequiredText("evidence", 1000);
    }
}
