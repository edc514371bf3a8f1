using System.Globalization;

namespace FlexPrice.EndToEnd.Tests.Soak;

/// <summary>Compares the database and the receiver at the end with the answers to callers.</summary>
internal sealed class Reckoning(Database database, Receiver receiver, Tally tally)
{
    private readonly List<string> _defects = [];

    /// <summary>How many webhooks came more than once, each with the id it had before.</summary>
    public int Redelivered { get; private set; }

    /// <summary>Everything that was lost, done twice, or left over.</summary>
    public async Task<IReadOnlyList<string>> DefectsAsync()
    {
        _defects.AddRange(tally.Refusals.Select(refusal => $"refused: {refusal}"));
        Compare("deletion record", await CountsAsync("SELECT customer_id, count(*) FROM deletions GROUP BY customer_id"), tally.Deleted);
        Compare("audit entry", await CountsAsync("SELECT subject_id, count(*) FROM audit_entries WHERE action = 'customer.deleted' GROUP BY subject_id"), tally.Deleted);
        Compare("customer", await CountsAsync("SELECT id, count(*) FROM customers GROUP BY id"), tally.Kept);
        CompareAnnouncements();
        foreach (var table in (string[])["subscriptions", "wallets", "invoices", "usage_subjects"])
        {
            Compare($"row of {table}", await CountsAsync($"SELECT customer_id, count(*) FROM {table} WHERE customer_id IS NOT NULL GROUP BY customer_id"), tally.Kept);
        }

        await ExpectAsync("retained invoices", "SELECT count(*) FROM invoices WHERE customer_id IS NULL AND deletion_id IS NOT NULL", tally.Deleted.Count);
        await ExpectAsync("usage events", "SELECT count(*) FROM usage_events", tally.Kept.Count);
        await ExpectAsync("deletions that are not completed", "SELECT count(*) FROM deletions WHERE state <> 'completed'", 0);
        await ExpectAsync("rows of the outbox, given up or leased", "SELECT count(*) FROM outbox_messages", 0);
        await ExpectAsync("invoice numbers given twice or lost", "SELECT (SELECT last_number FROM invoice_counters) - count(DISTINCT invoice_number) FROM invoices", 0);
        return _defects;
    }

    private void CompareAnnouncements()
    {
        var deliveries = receiver.Deliveries();
        Redelivered = deliveries.Count - deliveries.Select(delivery => delivery.MessageId).Distinct().Count();
        Compare("announcement", Distinct("customer.deleted"), tally.Deleted);
        Compare("announcement of the creation", Distinct("customer.created"), [.. tally.Deleted, .. tally.Kept]);

        Dictionary<string, long> Distinct(string type) => deliveries
            .Where(delivery => delivery.EventType == type)
            .DistinctBy(delivery => delivery.MessageId)
            .GroupBy(delivery => delivery.CustomerId!)
            .ToDictionary(customer => customer.Key, customer => (long)customer.Count());
    }

    private void Compare(string what, Dictionary<string, long> found, IReadOnlyCollection<string> expected)
    {
        var wanted = expected.ToHashSet();
        _defects.AddRange(wanted.Where(customer => !found.ContainsKey(customer)).Select(customer => $"lost: no {what} of {customer}"));
        _defects.AddRange(found.Where(customer => customer.Value != 1 && wanted.Contains(customer.Key)).Select(customer => $"duplicate: {customer.Value} × {what} of {customer.Key}"));
        _defects.AddRange(found.Keys.Where(customer => !wanted.Contains(customer)).Select(customer => $"unasked: {what} of {customer}"));
    }

    private async Task ExpectAsync(string what, string sql, long expected)
    {
        var found = await database.CountAsync(sql);
        if (found != expected)
        {
            _defects.Add($"left over or lost: {found} {what}, not {expected}");
        }
    }

    private async Task<Dictionary<string, long>> CountsAsync(string sql) =>
        (await database.RowsAsync(sql)).ToDictionary(row => (string)row[0]!, row => Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
}
