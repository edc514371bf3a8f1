using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>Compares a plan with the changes of the rows.</summary>
internal static class PlanComparison
{
    /// <summary>Everything in which the deed differs from the plan.</summary>
    public static IReadOnlyList<string> Differences(JsonObject plan, IReadOnlyDictionary<string, TableDifference> rows)
    {
        var found = new List<string>();
        var expected = Expected(plan);
        var customers = plan["customers"]!.AsArray().Count;
        var holdings = rows.GetValueOrDefault("past_holdings", TableDifference.None);
        foreach (var (table, difference) in rows)
        {
            var bookkeeping = table switch
            {
                "deletions" or "audit_entries" => difference is { Deleted.Count: 0, Updated.Count: 0 } && difference.Added.Count == customers,
                // Drafts that are finalized on the way take numbers.
                "invoice_counters" => difference.Deleted.Count == 0 && difference.Added.Count + difference.Updated.Count == 1 && FinalizesDrafts(plan),
                // One for each current or former external id: two archived customers may have had the same, and an existing fence is prolonged.
                "fences" => difference is { Deleted.Count: 0 } && difference.Added.Count + difference.Updated.Count <= holdings.Added.Count + holdings.Updated.Count,
                // One for each external id, at the end. Ends that were kept before forget who it was.
                "past_holdings" => difference is { Deleted.Count: 0 } && difference.Added.Count <= customers,
                "outbox_messages" => difference is { Deleted.Count: 0, Updated.Count: 0 },
                _ => expected.ContainsKey(table),
            };
            if (!bookkeeping)
            {
                found.Add($"{table}: {difference} was not planned");
            }
        }

        foreach (var (table, (deleted, updated, added)) in expected)
        {
            var difference = rows.GetValueOrDefault(table, TableDifference.None);
            if (difference.Deleted.Count != deleted || difference.Updated.Count != updated || difference.Added.Count != added)
            {
                found.Add($"{table}: planned +{added} -{deleted} ~{updated}, happened {difference}");
            }
        }

        if (!rows.ContainsKey("deletions") || !rows.ContainsKey("audit_entries") || !rows.ContainsKey("fences") || !rows.ContainsKey("outbox_messages"))
        {
            found.Add("No record, no audit entry or no announcement");
        }

        var gone = rows.GetValueOrDefault("customers", TableDifference.None).Deleted.Select(key => key[(key.LastIndexOf('|') + 1)..]).ToHashSet();
        if (!gone.SetEquals(plan["customers"]!.AsArray().Select(customer => customer!["id"]!.GetValue<string>())))
        {
            found.Add("Other customers than planned are gone");
        }

        return found;
    }

    private static bool FinalizesDrafts(JsonObject plan) => plan["edges"]!.AsArray().Any(edge =>
        edge!["edge"]!.GetValue<string>() == "draft_invoices" && edge["action"]!.GetValue<string>() == "finalize" && edge["count"]!.GetValue<long>() > 0);

    private static Dictionary<string, (long Deleted, long Updated, long Added)> Expected(JsonObject plan)
    {
        var expected = new Dictionary<string, (long Deleted, long Updated, long Added)>(StringComparer.Ordinal)
        {
            ["customers"] = (plan["customers"]!.AsArray().Count, 0, 0),
            ["recipients"] = (0, 0, plan["recipients"]!.AsArray().Sum(recipients => recipients!["count"]!.GetValue<long>())),
        };
        foreach (var effect in plan["edges"]!.AsArray().SelectMany(edge => edge!["rows"]!.AsArray()))
        {
            var table = effect!["table"]!.GetValue<string>();
            var count = effect["count"]!.GetValue<long>();
            var (deleted, updated, added) = expected.GetValueOrDefault(table);
            expected[table] = effect["effect"]!.GetValue<string>() switch
            {
                "deleted" => (deleted + count, updated, added),
                "updated" => (deleted, updated + count, added),
                "added" => (deleted, updated, added + count),
                // Neither touches a row before the commit: a key is destroyed, or a worker deletes.
                "pseudonymised" or "deleted_afterwards" => (deleted, updated, added),
                var unknown => throw new InvalidOperationException($"Unknown effect {unknown}."),
            };
        }

        return expected;
    }
}
