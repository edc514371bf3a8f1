using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.WaiveRecipient;

internal sealed class WaiveRecipientHandler(IRepository<Deletion> deletions, ICaller caller, TimeProvider clock)
    : ICommandHandler<WaiveRecipientCommand, CommandResult<DeletionId>>
{
    public async Task<CommandResult<DeletionId>> HandleAsync(WaiveRecipientCommand command, CancellationToken cancellationToken)
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

        return deletion.WaiveRecipient(recipient, command.Reason!, caller.ChangeNow(clock)) is { } refused ? refused : id;
    }
}
