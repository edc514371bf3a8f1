namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>The part of <see cref="SqliteStatements"/> that is about who must act after a deletion. A recipient carries on the ULID of what it is made of, which is sealed with it.</summary>
internal static class SqliteRecipientStatements
{
    private const string OfCustomers = SqliteStatements.OfCustomers;

    private const string Identity = """
        tenant_id, environment_id, 'rcpt_' || substr(id, -26), json_extract(@deletions, '$."' || customer_id || '"')
        """;

    public static readonly IReadOnlyDictionary<string, string> Text = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["integrations.inspect"] = $"SELECT customer_id, 'mapping', id, '', provider_type, NULL, NULL, NULL FROM integration_mappings WHERE {OfCustomers}",
        ["integrations.have_erased"] = HandMappingsOver("erase"),
        ["integrations.have_notified"] = HandMappingsOver("notify"),
        ["integrations.delete"] = $"DELETE FROM integration_mappings WHERE {OfCustomers}",
    };

    // There is no live connection to any provider yet.
    private static string HandMappingsOver(string action) => $"""
        INSERT INTO recipients (tenant_id, environment_id, id, deletion_id, provider, wanted_action, state, sealed, wrapped_key, attempts, created_at)
        SELECT {Identity}, provider_type, '{action}', 'unreachable', sealed, wrapped_key, 0, @now
        FROM integration_mappings
        WHERE {OfCustomers}
        """;
}
