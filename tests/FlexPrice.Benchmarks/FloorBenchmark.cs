using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FlexPrice.Benchmarks;

/// <summary>
/// The least that has to happen on the embedded database: the rows of the same customer removed, a deletion record, an audit entry and two outbox rows written,
/// in one transaction with the same durability. It reads nothing, decides nothing and checks nothing.
/// </summary>
internal static class FloorBenchmark
{
    private const string Setup = """
        INSERT INTO tenants (id, name, status, created_at) VALUES ('t', 't', 'active', 0);
        INSERT INTO environments (tenant_id, id, name, type, created_at) VALUES ('t', 'e', 'e', 'development', 0);
        """;

    public static Measurement Run(string folder, IReadOnlyList<string> schema, int rounds)
    {
        using var connection = new SqliteConnection($"Data Source={folder}/floor.db");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
        foreach (var statement in schema)
        {
            Execute(connection, statement);
        }

        Execute(connection, Setup);
        var durations = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            Execute(connection, Rows(round));
            var deletion = Deletion(round);
            var started = Stopwatch.GetTimestamp();
            Execute(connection, deletion);
            durations.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new Measurement(durations.Skip(rounds / 10));
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static string Rows(int n)
    {
        var subscriptions = string.Concat(Enumerable.Range(0, 4).Select(i => $"""
            INSERT INTO subscriptions (tenant_id, environment_id, id, customer_id, plan_id, currency, status, billing_period, billing_period_count, start_date, current_period_start, current_period_end, cancel_at_period_end, ends_because_archived, created_at, updated_at, created_by, updated_by, version)
            VALUES ('t', 'e', 's{n}-{i}', 'c{n}', 'plan', 'eur', 'cancelled', 'monthly', 1, 0, 0, 0, 0, 0, 0, 0, '', '', 0);
            INSERT INTO subscription_line_items (tenant_id, environment_id, id, subscription_id, price_id, display_name, quantity) VALUES ('t', 'e', 'l{n}-{i}', 's{n}-{i}', 'price', 'Calls', '1');
            """));
        return $"""
            BEGIN IMMEDIATE;
            INSERT INTO customers (tenant_id, environment_id, id, external_id, external_id_hash, name, email, address_line1, address_line2, address_city, address_state, address_postal_code, address_country, timezone, status, created_at, updated_at, created_by, updated_by, version)
            VALUES ('t', 'e', 'c{n}', 'x{n}', 'h{n}', 'Benchmark', '', '', '', '', '', '', '', 'UTC', 'published', 0, 0, '', '', 0);
            {subscriptions}
            INSERT INTO wallets (tenant_id, environment_id, id, customer_id, name, description, currency, type, status, credit_balance, conversion_rate, balance, created_at, updated_at, created_by, updated_by, version)
            VALUES ('t', 'e', 'w{n}', 'c{n}', '', '', 'eur', 'pre_paid', 'active', '10', '1', '10', 0, 0, '', '', 0);
            INSERT INTO wallet_transactions (tenant_id, environment_id, id, wallet_id, type, credit_amount, credit_balance_before, credit_balance_after, reason, created_at)
            VALUES ('t', 'e', 'x{n}', 'w{n}', 'credit', '10', '0', '10', '', 0);
            INSERT INTO usage_subjects (tenant_id, environment_id, id, external_id_hash, customer_id, wrapped_key, created_at) VALUES ('t', 'e', 'u{n}', 'h{n}', 'c{n}', x'00', 0);
            COMMIT;
            """;
    }

    private static string Deletion(int n) => $"""
        BEGIN IMMEDIATE;
        DELETE FROM subscription_line_items WHERE tenant_id = 't' AND environment_id = 'e' AND subscription_id IN (SELECT id FROM subscriptions WHERE tenant_id = 't' AND environment_id = 'e' AND customer_id = 'c{n}');
        DELETE FROM subscriptions WHERE tenant_id = 't' AND environment_id = 'e' AND customer_id = 'c{n}';
        DELETE FROM wallet_transactions WHERE tenant_id = 't' AND environment_id = 'e' AND wallet_id IN (SELECT id FROM wallets WHERE tenant_id = 't' AND environment_id = 'e' AND customer_id = 'c{n}');
        DELETE FROM wallets WHERE tenant_id = 't' AND environment_id = 'e' AND customer_id = 'c{n}';
        DELETE FROM usage_subjects WHERE tenant_id = 't' AND environment_id = 'e' AND customer_id = 'c{n}';
        DELETE FROM customers WHERE tenant_id = 't' AND environment_id = 'e' AND id = 'c{n}';
        INSERT INTO deletions (tenant_id, environment_id, id, customer_id, plan_digest, edges, state, usage_events_erased, created_at, updated_at, created_by, updated_by, version)
        VALUES ('t', 'e', 'd{n}', 'c{n}', '', '[]', 'telling', 0, 0, 0, '', '', 0);
        INSERT INTO audit_entries (tenant_id, environment_id, id, action, subject_id, actor_id, occurred_at) VALUES ('t', 'e', 'a{n}', 'customer.deleted', 'c{n}', '', 0);
        INSERT INTO outbox_messages (tenant_id, environment_id, message_id, reaction, ordering_key, event_name, payload, occurred_at, attempts, due_at) VALUES ('t', 'e', 'm{n}', 'r', 'c{n}', 'e', '{"{}"}', 0, 0, 0);
        INSERT INTO outbox_messages (tenant_id, environment_id, message_id, reaction, ordering_key, event_name, payload, occurred_at, attempts, due_at) VALUES ('t', 'e', 'm{n}', 's', 'c{n}', 'e', '{"{}"}', 0, 0, 0);
        COMMIT;
        """;
}
