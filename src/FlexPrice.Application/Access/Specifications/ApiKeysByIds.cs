using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>The API keys with these ids, in any status.</summary>
internal sealed class ApiKeysByIds : Specification<ApiKey>
{
    public ApiKeysByIds(IReadOnlyCollection<ApiKeyId> ids) => Query.Where(key => ids.Contains(key.Id));
}
