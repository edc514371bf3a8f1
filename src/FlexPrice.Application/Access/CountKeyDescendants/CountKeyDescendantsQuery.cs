using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.CountKeyDescendants;

/// <summary>Counts the keys that descend from one that was revoked.</summary>
/// <param name="Id">The id of the revoked key.</param>
[RequiresPermission(Permission.SecretWrite)]
public sealed record CountKeyDescendantsQuery(ApiKeyId Id) : IQuery<Result<KeyDescendantCount>>;
