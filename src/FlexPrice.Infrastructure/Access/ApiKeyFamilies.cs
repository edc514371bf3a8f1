using System.Data.Common;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeyFamilies(SqlRunner sql, IDatabaseDialect dialect, ICaller caller) : IApiKeyFamilies
{
    public Task<IReadOnlyList<KeyOrigin>> OriginsAsync(string id, CancellationToken cancellationToken) =>
        AskAsync("api_keys.origins", id, now: null, row => new KeyOrigin(row.GetString(0), row.GetString(1), JsonText.Read<IReadOnlyList<string>>(row.GetString(2))), cancellationToken);

    public Task<IReadOnlyList<ApiKeyId>> PublishedDescendantsAsync(ApiKeyId id, CancellationToken cancellationToken) =>
        AskAsync("api_keys.published_descendants", id.Value, now: null, row => ApiKeyId.From(row.GetString(0)), cancellationToken);

    public async Task<int> CountLivingDescendantsAsync(ApiKeyId id, DateTimeOffset now, CancellationToken cancellationToken) =>
        (int)(await AskAsync("api_keys.count_living_descendants", id.Value, now, row => row.GetInt64(0), cancellationToken))[0];

    private Task<IReadOnlyList<T>> AskAsync<T>(string statement, string id, DateTimeOffset? now, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@root"] = id,
            ["@now"] = now is { } time ? dialect.Time(time) : null,
        };
        return sql.QueryAsync(statement, parameters, read, cancellationToken);
    }
}
