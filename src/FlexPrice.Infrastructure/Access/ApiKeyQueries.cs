using System.Data.Common;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Queries the owner of a key. Finding and confirming use the same query, so both decide alike.</summary>
internal sealed class ApiKeyQueries(IDatabaseDialect dialect, TimeProvider clock)
{
    /// <summary>The question, to be read with <see cref="Result"/>.</summary>
    public SqlRows<AuthenticatedKey?> Find(KeyHashes hashes) =>
        new("api_keys.presented", new Dictionary<string, object?>(StringComparer.Ordinal) { ["@hash"] = hashes.Plain, ["@keyed"] = hashes.Keyed }, Read);

    /// <summary>The owner in the result; null for a key that is not usable.</summary>
    public static AuthenticatedKey? Result(SqlRows<AuthenticatedKey?> rows) => rows.Rows.FirstOrDefault(found => found is not null);

    private AuthenticatedKey? Read(DbDataReader reader)
    {
        DateTimeOffset? expiresAt = reader.IsDBNull(5) ? null : dialect.Time(reader, 5);
        return ApiKey.IsUsable(StoredName.Parse<ApiKeyStatus>(reader.GetString(4)), expiresAt, clock.GetUtcNow())
            ? new AuthenticatedKey(
                ApiKeyId.From(reader.GetString(2)),
                new EnvironmentScope(TenantId.From(reader.GetString(0)), EnvironmentId.From(reader.GetString(1))),
                JsonText.Read<IReadOnlyList<string>>(reader.GetString(3)),
                StoredName.Parse<TenantStatus>(reader.GetString(6)))
            : null;
    }
}
