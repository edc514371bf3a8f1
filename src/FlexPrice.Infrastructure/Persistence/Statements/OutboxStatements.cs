namespace FlexPrice.Infrastructure.Persistence.Statements;

internal static class OutboxStatements
{
    public static Dictionary<string, string> InAny { get; } = new(StringComparer.Ordinal)
    {
        ["outbox.add_where_used"] = """
            INSERT INTO outbox_messages (tenant_id, environment_id, message_id, reaction, lane, line, ordering_key, event_name, payload, occurred_at, attempts, due_at)
            SELECT @tenant, @environment, @message, @reaction, @lane, @line, @key, @event, @payload, @occurred, 0, @due
            WHERE EXISTS (SELECT 1 FROM channels WHERE name = @line)
            """,
    };
}
