using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Tests.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed partial class SqlServerStatementTests
{
    // About its planner.
    private const string OfPostgreSqlOnly = "plans.keep";

    // Where writers meet.
    private static readonly string[] OfServersOnly = ["deletions.take_place", "deletions.stand_alone"];

    /// <summary>How many writes of a text have no limit because of what they are asked about.</summary>
    private static readonly Dictionary<string, (int Writes, string Why)> Bounded = new(StringComparer.Ordinal)
    {
        ["fences.raise"] = (2, "One fence for each external id that the customers of a deletion have or had."),
        ["outbox.renew"] = (1, OneRow),
        ["outbox.give_back"] = (1, OneRow),
        ["outbox.give_up"] = (1, OneRow),
    };

    private const string OneRow = "The row of a key.";

    /// <summary>Where a stored time is compared with one that the process tells, and why that is as good as the database's own.</summary>
    private static readonly Dictionary<string, string> ComparedWithATimeOfTheProcess = new(StringComparer.Ordinal)
    {
        ["fences.forget_expired"] = "Timed work, which no process takes whose clock is off; and a process goes by the time that it heard from the database.",
        ["past_holdings.end"] = "An end must come after the ends before it, whoever wrote them.",
        ["deletions.recent"] = "Compared with times of other processes, which go by the time that they heard from the database, as this one does.",
    };

    public static TheoryData<string> Names => [.. All];

    public static TheoryData<string> Writes => [.. All.Where(name => IsWrite(SqlServerStatements.Text[name]))];

    [Fact]
    public void Registry_WhenComparedBetweenDatabases_HasTheSameStatements()
    {
        SqlServerStatements.Text.Keys.ShouldBe(PostgreSqlStatements.Text.Keys.Except([OfPostgreSqlOnly]), ignoreOrder: true);
        SqlServerStatements.Text.Keys.Except(OfServersOnly).ShouldBe(SqliteStatements.Text.Keys, ignoreOrder: true);
        SqlServerStatements.Text.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Registry_WhenBound_HasNoDefect() =>
        SqlServerTwin.Shared.Schema.Defects([.. SqlServerStatements.Text.Select(statement => new SqlText(statement.Key, statement.Value, ParametersOf(statement.Value)))]).ShouldBeEmpty();

    [Fact]
    public void Registry_WhenReadOnPostgreSql_AsksForTheSameParameters()
    {
        foreach (var (name, text) in PostgreSqlStatements.Text.Where(statement => statement.Key != OfPostgreSqlOnly))
        {
            ParametersOf(SqlServerStatements.Text[name]).ShouldBe(ParametersOf(text), ignoreOrder: true, customMessage: name);
        }
    }

    // What is due is for the database's clock to say: processes differ, and the one that is ahead would take what nobody else may.
    [Fact]
    public void Statement_WhenItComparesAStoredTime_ComparesItWithTheDatabasesOrSaysWhyNot()
    {
        All.Where(name => TimesComparedIn(Parsed(name)).Count > 0).ShouldBe(ComparedWithATimeOfTheProcess.Keys, ignoreOrder: true);
        TimesComparedIn(Parsed("outbox.claim")).ShouldBeEmpty();
        TimesComparedIn(SqlServerParser.Parse("SELECT id FROM fences WHERE (expires_at) > DATEADD(second, 5, @now) OR 1 = 2")).ShouldBe(["@now"]);
        TimesComparedIn(SqlServerParser.Parse("SELECT id FROM fences WHERE raised_at BETWEEN @since AND @until")).ShouldBe(["@since", "@until"], ignoreOrder: true);
    }

    // One that is read as a long must not come as an int.
    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_WhenItCounts_CountsInLongs(string name) =>
        SqlServerParser.NodesOf<FunctionCall>(Parsed(name)).Count(call => call.FunctionName.Value == "count")
            .ShouldBe(SqlServerParser.NodesOf<CastCall>(Parsed(name)).Count(cast => cast is { Parameter: FunctionCall { FunctionName.Value: "count" }, DataType.Name.BaseIdentifier.Value: "bigint" }));

    [Theory]
    [MemberData(nameof(Writes))]
    public void Write_WhenThereAreManyRows_LocksNoWholeTable(string name)
    {
        var unbounded = UnboundedIn(Parsed(name));

        unbounded.Count.ShouldBe(Bounded.GetValueOrDefault(name).Writes, string.Join('\n', unbounded));
    }

    [Theory]
    [InlineData("DELETE TOP (4000) FROM wallets; DELETE FROM workflows", "DELETE FROM workflows")]
    [InlineData("UPDATE wallets SET name = '' WHERE id IN (SELECT TOP (@limit) id FROM wallets); INSERT INTO fences SELECT * FROM fences", "INSERT INTO fences SELECT * FROM fences")]
    [InlineData("UPDATE wallets SET name = (SELECT TOP (@limit) name FROM workflows)", "UPDATE wallets SET name = (SELECT TOP (@limit) name FROM workflows)")]
    [InlineData("WITH few AS (SELECT TOP (@limit) id FROM wallets) DELETE FROM wallets", "WITH few AS (SELECT TOP (@limit) id FROM wallets) DELETE FROM wallets")]
    [InlineData("DELETE TOP (5000) FROM wallets", "DELETE TOP (5000) FROM wallets")]
    public void Write_WhenOneOfSeveralIsUnbounded_IsCaught(string text, string unbounded) => UnboundedIn(SqlServerParser.Parse(text)).ShouldBe([unbounded]);

    [Theory]
    [MemberData(nameof(Writes))]
    public void Write_WhenItGoesOnInBatches_TakesWhatItHasWrittenOutOfItsCondition(string name)
    {
        var loop = SqlServerParser.NodesOf<WhileStatement>(Parsed(name)).SingleOrDefault();
        if (loop is null)
        {
            return;
        }

        SqlServerParser.NodesOf<BreakStatement>(loop).ShouldHaveSingleItem();
        if (SqlServerParser.NodesOf<UpdateSpecification>(loop).SingleOrDefault() is { } update)
        {
            var written = update.SetClauses.Cast<AssignmentSetClause>().Select(clause => TextOf(clause.Column));
            var asked = SqlServerParser.NodesOf<ColumnReferenceExpression>(update.WhereClause).Select(TextOf);
            written.Intersect(asked, StringComparer.Ordinal).ShouldNotBeEmpty();
        }
        else if (SqlServerParser.NodesOf<InsertSpecification>(loop).SingleOrDefault() is { } insert)
        {
            SqlServerParser.NodesOf<ExistsPredicate>(insert.InsertSource).ShouldNotBeEmpty();
        }
        else
        {
            SqlServerParser.NodesOf<DeleteSpecification>(loop).ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("customers.lock", "FORCESEEK,XLOCK,HOLDLOCK,ROWLOCK")]
    [InlineData("customers.hold", "FORCESEEK,REPEATABLEREAD,ROWLOCK")]
    [InlineData("customers.hold_by_external_id", "FORCESEEK,REPEATABLEREAD,ROWLOCK")]
    [InlineData("external_ids.hold", "FORCESEEK,HOLDLOCK,ROWLOCK")]
    [InlineData("external_ids.lock", "FORCESEEK,XLOCK,HOLDLOCK,ROWLOCK")]
    [InlineData("invoice_counters.lock", "UPDLOCK,HOLDLOCK,ROWLOCK")]
    [InlineData("fences.raise", "UPDLOCK,HOLDLOCK,ROWLOCK")]
    [InlineData("outbox.claim", "UPDLOCK,READPAST,ROWLOCK")]
    public void Statement_WhenItLocks_SaysHow(string name, string hints)
    {
        var tables = SqlServerParser.NodesOf<NamedTableReference>(Parsed(name)).Where(table => table.TableHints.Count > 0);

        tables.Select(table => string.Join(',', table.TableHints.Select(hint => TextOf(hint).Split(' ')[0]))).ShouldBe([hints]);
    }

    [Fact]
    public void Claim_WhenItHasTakenRows_SaysTheirKeys() =>
        SqlServerParser.NodesOf<OutputClause>(Parsed("outbox.claim")).ShouldHaveSingleItem().SelectColumns.Select(TextOf).ShouldBe(["inserted.sequence"]);

    // A lock on another index would be another lock: who holds a customer by the external id would not meet who deletes it.
    [Theory]
    [InlineData("customers.lock_roots")]
    [InlineData("customers.lock")]
    [InlineData("customers.hold")]
    [InlineData("customers.hold_by_external_id")]
    public void Lock_WhenItIsOnACustomer_IsOnTheWholeClusteredKey(string name)
    {
        var seek = SqlServerParser.NodesOf<ForceSeekTableHint>(Parsed(name)).ShouldHaveSingleItem();

        seek.IndexValue.Identifier.Value.ShouldBe("pk_customers");
        seek.ColumnValues.Select(TextOf).ShouldBe(["tenant_id", "environment_id", "id"]);
    }

    [Fact]
    public void Lock_WhenNoStatementSaysSo_IsTakenByNone()
    {
        string[] locking = ["customers.lock_roots", "customers.lock", "customers.hold", "customers.hold_by_external_id", "api_keys.hold", "api_keys.lock", "external_ids.hold", "external_ids.lock", "invoice_counters.lock", "fences.raise", "outbox.claim"];

        All.Where(name => SqlServerParser.NodesOf<TableHint>(Parsed(name)).Count > 0).ShouldBe(locking, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_WhenItReadsAList_ComparesItByTheCollationOfTheColumns(string name)
    {
        foreach (var list in SqlServerParser.NodesOf<OpenJsonTableReference>(Parsed(name)).SelectMany(list => list.SchemaDeclarationItems))
        {
            (TextOf(list).Contains(SqlServerText.Collation, StringComparison.Ordinal) || TextOf(list).Contains("bigint", StringComparison.Ordinal)).ShouldBeTrue(TextOf(list));
        }
    }

    [Theory]
    [InlineData("customers.ancestors")]
    [InlineData("customers.family")]
    [InlineData("customers.roots")]
    public void Query_WhenAFamilyIsDeep_DoesNotStopAtAHundredLevels(string name) => SqlServerStatements.Text[name].ShouldContain("OPTION (MAXRECURSION 0)");

    [GeneratedRegex("(?<!@)@[a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    private static IReadOnlyList<string> All => [.. SqlServerStatements.Text.Keys.Order(StringComparer.Ordinal)];

    private static TSqlScript Parsed(string name) => SqlServerParser.Parse(SqlServerStatements.Text[name]);

    private static bool IsWrite(string text) => SqlServerParser.NodesOf<DataModificationSpecification>(SqlServerParser.Parse(text)).Count > 0;

    // A limit counts where it decides which rows are written: on the write itself, in its condition, or in what it calls its table.
    private static IReadOnlyList<string> UnboundedIn(TSqlScript script) =>
    [
        .. SqlServerParser.NodesOf<DataModificationStatement>(script)
            .Where(statement => !LimitsOf(statement, SqlServerParser.NodesOf<DataModificationSpecification>(statement).ShouldHaveSingleItem()).Any(limit => limit is "TOP (4000)" or "TOP (@limit)"))
            .Select(TextOf),
    ];

    private static IEnumerable<string> LimitsOf(DataModificationStatement statement, DataModificationSpecification write)
    {
        var tables = statement.WithCtesAndXmlNamespaces?.CommonTableExpressions.Where(table => table.ExpressionName.Value == TextOf(write.Target)) ?? [];
        TSqlFragment?[] deciding = [write.TopRowFilter, (write as UpdateDeleteSpecificationBase)?.WhereClause, .. tables];
        return deciding.OfType<TSqlFragment>().SelectMany(SqlServerParser.NodesOf<TopRowFilter>).Select(TextOf);
    }

    private static IReadOnlyList<(string Name, string Type)> ParametersOf(string text) =>
        [.. Parameter().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Select(name => (name, TypeOf(name)))];

    private static string TypeOf(string parameter)
    {
        var declared = new SqlParameter { ParameterName = parameter };
        SqlServerParameters.Declare(declared);
        return SqlText.TypeOf(declared);
    }

    private static IReadOnlyList<string> TimesComparedIn(TSqlScript script) =>
    [
        .. SqlServerParser.NodesOf<BooleanComparisonExpression>(script).Cast<TSqlFragment>()
            .Concat(SqlServerParser.NodesOf<BooleanTernaryExpression>(script))
            .SelectMany(SqlServerParser.NodesOf<VariableReference>)
            .Select(variable => variable.Name)
            .Where(name => Parameter().IsMatch(name) && TypeOf(name) == "DateTimeOffset")
            .Distinct(StringComparer.Ordinal),
    ];

    private static string TextOf(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));
}
