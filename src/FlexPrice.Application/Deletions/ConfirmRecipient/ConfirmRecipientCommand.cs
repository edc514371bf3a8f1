using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.ConfirmRecipient;

/// <summary>Confirms that a refund that a deletion waits for was paid.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="RecipientId">The recipient.</param>
/// <param name="Evidence">How that is known. Required.</param>
[RequiresPermission(Permission.WaiveWrite)]
public sealed record ConfirmRecipientCommand(string DeletionId, string RecipientId, string? Evidence) : ICommand<CommandResult<DeletionId>>;
