using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.SearchDeletions;

/// <summary>Lists deletions, the newest first.</summary>
/// <param name="CustomerId">Only of this customer; null for all.</param>
/// <param name="State">Only in this state, for example <c>completed</c>; null for all.</param>
/// <param name="Paging">Which page.</param>
[RequiresPermission(Permission.DeletionRead)]
public sealed record SearchDeletionsQuery(string? CustomerId, string? State, Paging Paging) : IQuery<Result<Page<Deletion>>>;
