using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.WaiveRecipient;

/// <summary>Waives a recipient of a deletion, and destroys its sealed data.</summary>
/// <param name="DeletionId">The deletion.</param>
/// <param name="RecipientId">The recipient.</param>
/// <param name="Reason">Why. Required.</param>
[RequiresPermission(Permission.WaiveWrite)]
public sealed record WaiveRecipientCommand(string DeletionId, string RecipientId, string? Reason) : ICommand<CommandResult<DeletionId>>;
