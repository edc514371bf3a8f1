using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.ConfirmRecipient;

internal sealed class ConfirmRecipientHandler(IRepository<Deletion> deletions, ICaller caller, TimeProvider clock)
    : ICommandHandler<ConfirmRecipientCommand, CommandResult<DeletionId>>
{
    public async Task<CommandResult<DeletionId>> HandleAsync(ConfirmRecipientCommand command, CancellationToken cancellationToken)
    {
        if (!TypedId.TryParse<DeletionId>(command.DeletionId, out var id)
            || await deletions.FirstOrDefaultAsync(new DeletionWithRecipients(id), cancellationToken) is not { } deletion)
        {
            return DeletionErrors.NotFound(command.DeletionId);
        }

        if (!TypedId.TryParse<RecipientId>(command.RecipientId, out var recipient))
        {
            return RecipientErrors.NotFound(command.RecipientId);
        }

        return deletion.ConfirmRecipient(recipient, command.Evidence!, caller.ChangeNow(clock)) is { } refused ? refused : id;
    }
}
