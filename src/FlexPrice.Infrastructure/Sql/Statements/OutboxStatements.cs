namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>Statements on claimed rows of the outbox. A row is identified by its lease token, so a retry has no second effect.</summary>
internal static class OutboxStatements
{
    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["outbox.renew"] = $"""
            UPDATE outbox_messages SET leased_until = {syntax.After("@lease")}
            WHERE sequence = @sequence AND lease_token = @token
            """,
        ["outbox.give_back"] = $"""
            UPDATE outbox_messages
            SET attempts = @attempts, due_at = {syntax.After("@delay")}, last_error = @error, lease_token = NULL, leased_until = NULL
            WHERE sequence = @sequence AND lease_token = @token
            """,
        ["outbox.give_up"] = $"""
            UPDATE outbox_messages
            SET attempts = @attempts, due_at = {syntax.After("@delay")}, given_up_at = COALESCE(given_up_at, {syntax.Now}), last_error = @error, lease_token = NULL, leased_until = NULL
            WHERE sequence = @sequence AND lease_token = @token
            """,
        ["outbox.hasten"] = $"""
            UPDATE outbox_messages SET due_at = {syntax.Now}
            WHERE sequence IN (
                SELECT {syntax.Top}sequence FROM outbox_messages
                WHERE lane = @lane AND due_at > {syntax.Now} AND last_error = @error
                ORDER BY sequence{syntax.Limit})
            """,
        ["outbox.add_where_used"] = """
            INSERT INTO outbox_messages (tenant_id, environment_id, message_id, reaction, lane, line, ordering_key, event_name, payload, occurred_at, attempts, due_at)
            SELECT @tenant, @environment, @message, @reaction, @lane, @line, @key, @event, @payload, @occurred, 0, @due
            WHERE EXISTS (SELECT 1 FROM channels WHERE name = @line)
            """,
    };
}
