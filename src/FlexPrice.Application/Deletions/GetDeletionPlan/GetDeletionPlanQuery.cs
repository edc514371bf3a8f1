using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletionPlan;

/// <summary>Shows what a deletion with the same choices would do. Changes nothing.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Choices">The actions that the request chose, keyed by edge.</param>
[RequiresPermission(Permission.CustomerRead)]
public sealed record GetDeletionPlanQuery(string CustomerId, IReadOnlyDictionary<string, string> Choices) : IQuery<Result<CascadePlan>>;
