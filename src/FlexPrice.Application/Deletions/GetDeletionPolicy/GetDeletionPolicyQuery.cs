using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletionPolicy;

/// <summary>Reads what the environment decided about deletions.</summary>
[RequiresPermission(Permission.DeletionPolicyRead)]
public sealed record GetDeletionPolicyQuery : IQuery<Result<DeletionPolicyView>>;
