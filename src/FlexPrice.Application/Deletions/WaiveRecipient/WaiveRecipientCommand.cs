using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.WaiveRecipient;

/// <summary>Decides that a recipient of a deletion need not be told, and destroys what was sealed for it.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="RecipientId">The recipient.</param>
/// <param name="Reason">Why. Required.</param>
[RequiresPermission(Permission.WaiveWrite)]
public sealed record WaiveRecipientCommand(string DeletionId, string RecipientId, string? Reason) : ICommand<CommandResult<DeletionId>>;
