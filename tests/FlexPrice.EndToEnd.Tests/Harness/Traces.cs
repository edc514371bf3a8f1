namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>Looks for ids in every column of every table, so that a new table cannot be forgotten.</summary>
internal sealed class Traces(Database database)
{
    /// <summary>Where the id of a deleted customer may stand: its record, the audit log, and messages on their way.</summary>
    private static readonly string[] Evidence = ["deletions.customer_id", "audit_entries.subject_id", "outbox_messages.ordering_key", "outbox_messages.payload"];

    private IReadOnlyList<(string Table, string Column)>? _columns;

    /// <summary>The columns in which any of the ids stands, alone or inside of a text, with the number of rows.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IEnumerable<string> ids)
    {
        _columns ??= await database.ColumnsAsync();
        var searched = _columns.Select(column => $"SELECT '{column.Table}.{column.Column}', count(*) FROM \"{column.Table}\" t WHERE EXISTS (SELECT 1 FROM json_each(@ids) asked WHERE instr(CAST(t.\"{column.Column}\" AS TEXT), asked.value) > 0)");
        var rows = await database.RowsAsync($"SELECT * FROM ({string.Join(" UNION ALL ", searched)}) WHERE 2 = 2", ("@ids", Json(ids)));
        return [.. rows.Where(row => (long)row[1]! > 0).Select(row => $"{row[0]} ({row[1]})")];
    }

    /// <summary>Rows that name the deleted customer although only its evidence may.</summary>
    public async Task<IReadOnlyList<string>> LeftoversAsync(params IEnumerable<string> ids) =>
        [.. (await FindAsync(ids)).Where(found => !Evidence.Any(column => found.StartsWith(column + " ", StringComparison.Ordinal)))];

    /// <summary>All rows that name any of the ids, except messages on their way, as text.</summary>
    public async Task<string> SnapshotAsync(IReadOnlyCollection<string> ids)
    {
        _columns ??= await database.ColumnsAsync();
        var text = new List<string>();
        foreach (var table in _columns.Where(column => column.Table != "outbox_messages").GroupBy(column => column.Table))
        {
            var mentioned = string.Join(" OR ", table.Select(column => $"instr(CAST(t.\"{column.Column}\" AS TEXT), asked.value) > 0"));
            var rows = await database.RowsAsync($"SELECT * FROM \"{table.Key}\" t WHERE EXISTS (SELECT 1 FROM json_each(@ids) asked WHERE {mentioned})", ("@ids", Json(ids)));
            text.AddRange(rows.Select(row => $"{table.Key}: {string.Join(" | ", row.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value))}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', text);
    }

    /// <summary>Checks what must hold of the whole database whatever happened: no row that refers to one that is not there, no customer that is its own ancestor.</summary>
    public async Task CheckIntegrityAsync()
    {
        (await database.RowsAsync("SELECT * FROM pragma_foreign_key_check")).ShouldBeEmpty("rows refer to rows that are gone");
        (await database.RowsAsync("PRAGMA integrity_check"))[0][0].ShouldBe("ok");
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

    private static string Json(IEnumerable<string> ids) => System.Text.Json.JsonSerializer.Serialize(ids);
}
