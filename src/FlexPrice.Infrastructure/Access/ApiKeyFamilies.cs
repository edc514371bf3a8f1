using System.Data.Common;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeyFamilies(SqlRunner sql, IDatabaseDialect dialect, ICaller caller) : IApiKeyFamilies
{
    public Task<IReadOnlyList<KeyOrigin>> OriginsAsync(string id, CancellationToken cancellationToken) =>
        QueryAsync("api_keys.origins", "@root", id, row => new KeyOrigin(row.GetString(0), row.GetString(1), JsonText.Read<IReadOnlyList<string>>(row.GetString(2))), cancellationToken);

    // One query for each generation. In one recursive query PostgreSQL reads all keys once per generation where one key has issued most of them.
    public async Task<IReadOnlyList<KeyDescendant>> DescendantsAsync(ApiKeyId id, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ApiKeyId, KeyDescendant>();
        IReadOnlyList<ApiKeyId> issuers = [id];
        while (issuers.Count > 0)
        {
            var issued = await QueryAsync("api_keys.issued_by", "@ids", dialect.Ids(issuers.Select(issuer => issuer.Value)), ReadDescendant, cancellationToken);

            // There is no circle of issuers. If there were one, this would end all the same.
            issuers = [.. issued.Where(key => key.Id != id && found.TryAdd(key.Id, key)).Select(key => key.Id)];
        }

        return [.. found.Values];
    }

    private KeyDescendant ReadDescendant(DbDataReader row) =>
        new(ApiKeyId.From(row.GetString(0)), StoredName.Parse<ApiKeyStatus>(row.GetString(1)), row.IsDBNull(2) ? null : dialect.Time(row, 2));

    private Task<IReadOnlyList<T>> QueryAsync<T>(string statement, string name, object value, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            [name] = value,
        };
        return sql.QueryAsync(statement, parameters, read, cancellationToken);
    }
}
