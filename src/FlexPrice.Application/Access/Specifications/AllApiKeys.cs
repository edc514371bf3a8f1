using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access;

/// <summary>Every API key of the environment, whatever its status.</summary>
internal sealed class AllApiKeys : Specification<ApiKey>
{
    public AllApiKeys() => Query.AsNoTracking();
}
