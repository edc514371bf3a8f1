using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.ListApiKeys;

/// <summary>Lists API keys, the newest first: a super_admin's all, others' own and those they created.</summary>
/// <param name="Status"><c>published</c> (default) or <c>deleted</c>.</param>
/// <param name="Paging">Which page.</param>
[RequiresPermission(Permission.SecretRead)]
public sealed record ListApiKeysQuery(string? Status, Paging Paging) : IQuery<Result<Page<ApiKey>>>;
