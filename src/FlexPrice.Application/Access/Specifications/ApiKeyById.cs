using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>The API key with an id, in any status.</summary>
internal sealed class ApiKeyById : Specification<ApiKey>
{
    public ApiKeyById(ApiKeyId id) => Query.Where(key => key.Id == id);
}
