using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.DecideDeletionPolicy;

/// <summary>Decides for the edges named what happens on deletion, and how many deletions there may be; what is not named stays as it is.</summary>
/// <param name="Edges">What is decided for edges.</param>
/// <param name="DeletionsPerHour">How many deletions one key may request per hour.</param>
[RequiresPermission(Permission.DeletionPolicyWrite)]
public sealed record DecideDeletionPolicyCommand(IReadOnlyList<EdgePolicy> Edges, int? DeletionsPerHour = null) : ICommand<CommandResult<EnvironmentId>>;
