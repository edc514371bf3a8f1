using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletion;

/// <summary>Reads the record of a deletion.</summary>
/// <param name="Id">The deletion.</param>
[RequiresPermission(Permission.DeletionRead)]
public sealed record GetDeletionQuery(string Id) : IQuery<Result<DeletionView>>;
