using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.ListApiKeys;

/// <summary>The API keys that a caller sees, the newest first.</summary>
internal sealed class ApiKeysVisibleTo : Specification<ApiKey>
{
    public ApiKeysVisibleTo(ICaller caller, ListApiKeysQuery query)
    {
        if (!caller.Roles.Contains(Role.SuperAdmin, StringComparer.Ordinal))
        {
            var actor = caller.ActorId;
            var own = ApiKeyId.From(actor);
            Query.Where(key => key.Id == own || key.CreatedBy == actor);
        }

        var status = WireName.Parse(query.Status, ApiKeyStatus.Published);
        Query.Where(key => key.Status == status)
            .OrderByDescending(key => key.CreatedAt)
            .ThenByDescending(key => key.Id)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }
}
