namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>Looks for ids in every column of every table, so that a new table cannot be forgotten.</summary>
internal sealed class Traces(Database database)
{
    /// <summary>Where the id of a deleted customer may stand: its record, the audit log, and messages on their way.</summary>
    private static readonly string[] Evidence = ["deletions.customer_id", "audit_entries.subject_id", "outbox_messages.ordering_key", "outbox_messages.payload"];

    /// <summary>The columns in which any of the ids stands, alone or inside of a text, with the number of rows.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IEnumerable<string> ids)
    {
        var wanted = ids.ToList();
        var found = from table in await database.DumpAsync()
                    from row in table.Value.Values
                    from column in row.Split(';')
                    where wanted.Any(id => column.Contains(id, StringComparison.Ordinal))
                    group column by $"{table.Key}.{column[..column.IndexOf('=', StringComparison.Ordinal)]}" into places
                    select $"{places.Key} ({places.Count()})";
        return [.. found];
    }

    /// <summary>Rows that name the deleted customer although only its evidence may.</summary>
    public async Task<IReadOnlyList<string>> LeftoversAsync(params IEnumerable<string> ids) =>
        [.. (await FindAsync(ids)).Where(found => !Evidence.Any(column => found.StartsWith(column + " ", StringComparison.Ordinal)))];

    /// <summary>All rows that name any of the ids, except messages on their way, as text.</summary>
    public async Task<string> SnapshotAsync(IReadOnlyCollection<string> ids)
    {
        var rows = from table in await database.DumpAsync()
                   where table.Key != "outbox_messages"
                   from row in table.Value.Values
                   where ids.Any(id => row.Contains(id, StringComparison.Ordinal))
                   select $"{table.Key}: {row}";
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    /// <summary>Checks what must hold of the whole database whatever happened: no row that refers to one that is not there, no customer that is its own ancestor.</summary>
    public async Task CheckIntegrityAsync()
    {
        (await database.DefectsAsync()).ShouldBeEmpty();
        var cycles = await database.RowsAsync("""
            WITH RECURSIVE above (start, id, depth) AS (
                SELECT id, parent_customer_id, 1 FROM customers WHERE parent_customer_id IS NOT NULL
                UNION ALL
                SELECT a.start, c.parent_customer_id, a.depth + 1 FROM above a JOIN customers c ON c.id = a.id
                WHERE c.parent_customer_id IS NOT NULL AND a.depth < 50)
            SELECT DISTINCT start FROM above WHERE id = start
            """);
        cycles.ShouldBeEmpty("customers are their own ancestors");
    }

    /// <summary>Checks that the deletion of a customer has exactly one record and one audit entry.</summary>
    public async Task CheckEvidenceAsync(string customer)
    {
        (await database.CountAsync("SELECT count(*) FROM deletions WHERE customer_id = @id", ("@id", customer))).ShouldBe(1, $"deletion records of {customer}");
        (await database.CountAsync("SELECT count(*) FROM audit_entries WHERE subject_id = @id AND action = 'customer.deleted'", ("@id", customer))).ShouldBe(1, $"audit entries of {customer}");
    }
}
