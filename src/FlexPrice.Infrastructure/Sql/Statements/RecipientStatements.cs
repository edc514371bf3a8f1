namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>A recipient carries on the ULID of what it is made of, which is sealed with it.</summary>
internal static class RecipientStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["integrations.inspect"] = $"SELECT customer_id, 'mapping', id, '', provider_type, NULL, NULL, NULL {syntax.From("integration_mappings", "m", Owned.ByCustomers)}",
        ["integrations.have_erased"] = CopyMappingsToRecipients(syntax, "erase"),
        ["integrations.have_notified"] = CopyMappingsToRecipients(syntax, "notify"),
        ["integrations.delete"] = syntax.Delete("integration_mappings", Owned.ByCustomers),
    };

    // There is no live connection to any provider yet.
    private static string CopyMappingsToRecipients(SqlSyntax syntax, string action) => $"""
        INSERT INTO recipients (tenant_id, environment_id, id, deletion_id, provider, wanted_action, state, sealed, wrapped_key, attempts, created_at)
        SELECT tenant_id, environment_id, {syntax.RecipientId("id")}, {syntax.DeletionOf("customer_id")}, provider_type, '{action}', 'unreachable', sealed, wrapped_key, 0, @now
        {syntax.From("integration_mappings", "m", Owned.ByCustomers)}
        """;
}
