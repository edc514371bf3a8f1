using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Testing.SqlServer;

/// <summary>Statements that may be sent to PostgreSQL: those of the registry, which SQL Server has too; inserted rows; the context's queries and changes that were checked; and statements for this database only.</summary>
internal sealed partial class KnownStatements
{
    /// <summary>Statements of the registry that say nothing to SQL Server.</summary>
    public const string PlannerOnly = "plans.keep";

    // The lock of a start; the databases of the tests; the tables in which Quartz keeps its plan, with SQL of its own for every database.
    private static readonly string[] Own = ["SELECT pg_advisory_", "CREATE DATABASE ", "DROP DATABASE ", "QRTZ_"];

    private readonly HashSet<string> _listed;
    private readonly ConcurrentDictionary<string, string> _madeByContext = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _found = new(StringComparer.Ordinal);

    /// <param name="statements">Statements by name.</param>
    /// <param name="twins">The statements that SQL Server has.</param>
    /// <param name="rows">Statements that add a row.</param>
    public KnownStatements(IReadOnlyDictionary<string, string> statements, IReadOnlyDictionary<string, string> twins, IEnumerable<string> rows) =>
        _listed = [.. statements.Where(statement => twins.ContainsKey(statement.Key) || statement.Key == PlannerOnly).Select(statement => statement.Value).Concat(rows).Select(Plain)];

    public static KnownStatements OfProduct { get; } = new(PostgreSqlStatements.Text, SqlServerStatements.Text, AddedRowsOfEveryEntity());

    /// <summary>Notes what the context is about to send.</summary>
    public void AddOfContext(string text)
    {
        if (!_madeByContext.ContainsKey(text))
        {
            _madeByContext.TryAdd(text, $";{Plain(text)};");
        }
    }

    /// <summary>Whether a statement is among them, with any names of parameters.</summary>
    public bool Contain(string text)
    {
        if (_found.ContainsKey(text))
        {
            return true;
        }

        var plain = Plain(text);
        return (_listed.Contains(plain) || Array.Exists(Own, own => plain.Contains(own, StringComparison.OrdinalIgnoreCase)) || _madeByContext.Values.Any(made => made.Contains($";{plain};", StringComparison.Ordinal)))
            && (_found[text] = true);
    }

    private static List<string> AddedRowsOfEveryEntity()
    {
        using var model = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        var inserts = new List<string>();
        foreach (var entity in model.Model.GetEntityTypes())
        {
            using var context = new PostgreSqlFlexPriceDbContext(new DbContextOptionsBuilder<PostgreSqlFlexPriceDbContext>().UseFlexPricePostgreSql("Host=nowhere;Database=none").Options);
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            SampleEntry.Enter(context, context.Model.FindEntityType(entity.Name)!, EntityState.Added, 1);
            inserts.AddRange((new PendingInserts(context, new PostgreSqlDialect()).ToStatements() ?? []).Select(row => row.Written!.Text));
        }

        return inserts;
    }

    // The driver sends each statement of a text alone, with parameters by number.
    private static string Plain(string text) => Separator().Replace(Space().Replace(Parameter().Replace(text, "?"), " "), ";").Trim(' ', ';');

    [GeneratedRegex(@"\$\d+|@\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();

    [GeneratedRegex(" ?; ?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();
}
