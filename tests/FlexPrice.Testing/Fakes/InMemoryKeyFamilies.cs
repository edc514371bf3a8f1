using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;

namespace FlexPrice.Testing.Fakes;

/// <summary>Finds families among the keys of a repository.</summary>
internal sealed class InMemoryKeyFamilies(InMemoryRepository<ApiKey> keys) : IApiKeyFamilies
{
    public Task<IReadOnlyList<KeyOrigin>> OriginsAsync(string id, CancellationToken cancellationToken)
    {
        var found = new List<KeyOrigin>();
        for (var next = Find(id); next is not null && found.TrueForAll(origin => origin.Id != next.Id.Value); next = Find(next.CreatedBy))
        {
            found.Add(new KeyOrigin(next.Id.Value, next.CreatedBy, next.Roles));
        }

        return Task.FromResult<IReadOnlyList<KeyOrigin>>(found);
    }

    public Task<IReadOnlyList<KeyDescendant>> DescendantsAsync(ApiKeyId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KeyDescendant>>([.. Below(id).Select(key => new KeyDescendant(key.Id, key.Status, key.ExpiresAt))]);

    private ApiKey? Find(string id) => keys.Stored.FirstOrDefault(key => key.Id.Value == id);

    private List<ApiKey> Below(ApiKeyId id)
    {
        var found = keys.Stored.Where(key => key.CreatedBy == id.Value).ToList();
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(keys.Stored.Where(key => key.CreatedBy == found[i].Id.Value).Except(found));
        }

        return found;
    }
}
