namespace FlexPrice.Testing.Processes;

/// <summary>Looks for ids in every column of every table, so that a new table cannot be forgotten.</summary>
/// <param name="database">The tables.</param>
/// <param name="strangers">Environments with the same external ids: matches in their rows belong to them.</param>
internal sealed class Traces(Database database, params IReadOnlyList<string> strangers)
{
    /// <summary>Where the id of a deleted customer may be: its record, the audit log, and pending messages.</summary>
    private static readonly string[] Evidence = ["deletions.customer_id", "audit_entries.subject_id", "outbox_messages.ordering_key", "outbox_messages.payload"];

    /// <summary>The columns that contain any of the ids, alone or within a text, with the number of rows.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IEnumerable<string> ids)
    {
        var wanted = ids.ToList();
        var found = from table in await database.DumpAsync()
                    from row in table.Value.Values
                    where !strangers.Any(environment => row.Contains(environment, StringComparison.Ordinal))
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

    /// <summary>Checks invariants of the whole database: no dangling reference, no customer that is its own ancestor.</summary>
    public async Task CheckIntegrityAsync()
    {
        (await database.DefectsAsync()).ShouldBeEmpty();
        var rows = await database.RowsAsync("SELECT id, parent_customer_id FROM customers WHERE parent_customer_id IS NOT NULL");
        var parents = rows.ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        var cycles = parents.Keys.Where(customer => Ancestors(parents, customer).Contains(customer));
        cycles.ShouldBeEmpty("customers are their own ancestors");
    }

    /// <summary>Checks that the deletion of a customer has exactly one record and one audit entry.</summary>
    public async Task CheckEvidenceAsync(string customer)
    {
        (await database.CountAsync("SELECT count(*) FROM deletions WHERE customer_id = @id", ("@id", customer))).ShouldBe(1, $"deletion records of {customer}");
        (await database.CountAsync("SELECT count(*) FROM audit_entries WHERE subject_id = @id AND action = 'customer.deleted'", ("@id", customer))).ShouldBe(1, $"audit entries of {customer}");
    }

    // No family is deeper than the number of customers with a parent; a cycle is closed by then.
    private static IEnumerable<string> Ancestors(Dictionary<string, string> parents, string customer)
    {
        for (var depth = 0; depth < parents.Count && parents.TryGetValue(customer, out var parent); depth++)
        {
            yield return customer = parent;
        }
    }
}
