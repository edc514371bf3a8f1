using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Deletions.WaiveRecipient;

internal sealed class WaiveRecipientValidator : AbstractValidator<WaiveRecipientCommand>
{
    public WaiveRecipientValidator()
    {
        RuleFor(command => command.DeletionId).Named("id");
        RuleFor(command => command.RecipientId).Named("recipient_id");
        RuleFor(command => command.Reason).RequiredText("reason", 1000);
    }
}
