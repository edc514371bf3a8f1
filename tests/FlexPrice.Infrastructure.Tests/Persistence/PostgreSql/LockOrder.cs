using System.Text.RegularExpressions;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>The order in which a transaction takes its locks, read from what it has sent.</summary>
internal static partial class LockOrder
{
    private static readonly Dictionary<string, LockStep> Locks = new(StringComparer.Ordinal)
    {
        ["deletions.take_place"] = LockStep.Allowance,
        ["deletions.stand_alone"] = LockStep.Allowance,
        ["customers.lock_roots"] = LockStep.Families,
        ["customers.lock"] = LockStep.Customers,
        ["customers.hold"] = LockStep.Customers,
        ["customers.hold_by_external_id"] = LockStep.Customers,
        ["external_ids.hold"] = LockStep.ExternalIds,
        ["external_ids.lock"] = LockStep.ExternalIds,
        ["invoice_counters.lock"] = LockStep.InvoiceCounter,
        ["api_keys.hold"] = LockStep.ApiKeys,
        ["api_keys.lock"] = LockStep.ApiKeys,
    };

    private static readonly Dictionary<string, LockStep> ByText = Locks.ToDictionary(entry => SqlStatement.Numbered(PostgreSqlStatements.Text[entry.Key]).Text, entry => entry.Value, StringComparer.Ordinal);

    private static readonly HashSet<string> OfCustomers = TablesOfCustomers();

    /// <summary>What is wrong with the order.</summary>
    public static IReadOnlyList<string> Defects(IReadOnlyList<string> sent) =>
    [
        .. sent.Where(text => Locking().IsMatch(text) && !ByText.ContainsKey(text)).Select(text => $"locks what has no place in the order: {text}"),
        .. OutOfTurn([.. sent.Select(StepOf).OfType<LockStep>()]),
        .. Unguarded(sent),
    ];

    /// <summary>The tables in which rows are changed or removed, in order.</summary>
    public static IReadOnlyList<string> Written(IEnumerable<string> sent) =>
        [.. sent.Select(text => Write().Match(text)).Where(write => write.Success && write.Groups["verb"].Value != "INSERT INTO").Select(write => write.Groups["table"].Value).Distinct()];

    private static LockStep? StepOf(string text) => ByText.TryGetValue(text, out var step) ? step : Write().IsMatch(text) ? LockStep.Rows : null;

    private static IEnumerable<string> OutOfTurn(IReadOnlyList<LockStep> steps)
    {
        foreach (var (before, after) in steps.Zip(steps.Skip(1)).Where(pair => pair.First > pair.Second))
        {
            yield return $"{after} after {before}";
        }

        foreach (var step in steps.Where(step => step != LockStep.Rows).GroupBy(step => step).Where(step => step.Count() > 1))
        {
            yield return $"{step.Key} in {step.Count()} calls";
        }
    }

    // A new customer is unknown to all other transactions.
    private static IEnumerable<string> Unguarded(IReadOnlyList<string> sent)
    {
        var isGuarded = false;
        foreach (var text in sent)
        {
            isGuarded |= StepOf(text) is LockStep.Families or LockStep.Customers;
            var write = Write().Match(text);
            var table = write.Groups["table"].Value;
            if (!isGuarded && OfCustomers.Contains(table) && (table != "customers" || write.Groups["verb"].Value != "INSERT INTO"))
            {
                yield return $"{table} written under no lock of a customer";
            }
        }
    }

    private static HashSet<string> TablesOfCustomers()
    {
        using var context = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        return [.. context.Model.GetEntityTypes().Where(entity => LeadsToCustomer(entity, [])).Select(entity => entity.GetTableName()!)];
    }

    private static bool LeadsToCustomer(IEntityType entity, HashSet<IEntityType> seen) =>
        entity.ClrType == typeof(Customer) || (seen.Add(entity) && entity.GetForeignKeys().Any(key => LeadsToCustomer(key.PrincipalEntityType, seen)));

    [GeneratedRegex(@"\bFOR (NO KEY )?(UPDATE|(KEY )?SHARE)\b|\bpg_advisory", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Locking();

    [GeneratedRegex(@"^(?<verb>INSERT INTO|UPDATE|DELETE FROM) (?<table>\w+)", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Write();
}
