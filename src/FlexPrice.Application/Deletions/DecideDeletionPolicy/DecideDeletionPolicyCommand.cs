using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.DecideDeletionPolicy;

/// <summary>Decides for the edges named what happens on deletion; the others stay as they are.</summary>
/// <param name="Edges">What is decided.</param>
[RequiresPermission(Permission.DeletionPolicyWrite)]
public sealed record DecideDeletionPolicyCommand(IReadOnlyList<EdgePolicy> Edges) : ICommand<CommandResult<EnvironmentId>>;
