using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Testing.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed partial class SqlServerStatementTests
{
    // About its planner.
    private const string OfPostgreSqlOnly = "plans.keep";

    // Where writers meet.
    private static readonly string[] OfServersOnly = ["deletions.take_place", "deletions.stand_alone"];

    /// <summary>How many writes of a text have no limit because of their condition.</summary>
    private static readonly Dictionary<string, (int Writes, string Why)> Bounded = new(StringComparer.Ordinal)
    {
        ["outbox.renew"] = (1, OneRow),
        ["outbox.give_back"] = (1, OneRow),
        ["outbox.give_up"] = (1, OneRow),
    };

    private const string OneRow = "The row of a key.";

    /// <summary>Where a stored time is compared with one that the process tells, and why that is as good as the database's own.</summary>
    private static readonly Dictionary<string, string> ComparedWithATimeOfTheProcess = new(StringComparer.Ordinal)
    {
        ["fences.forget_expired"] = "Timed work, which no process takes whose clock is off; and a process goes by the time that it heard from the database.",
        ["fences.raise"] = "Compared with what the statement itself has written, to know where it went on.",
        ["past_holdings.end"] = "An end must come after the ends before it, whoever wrote them.",
        ["deletions.recent"] = "Compared with times of other processes, which go by the time that they heard from the database, as this one does.",
    };

    /// <summary>Writes that name no index, and how they find their rows.</summary>
    private static readonly Dictionary<string, string> LookedUpOtherwise = new(StringComparer.Ordinal)
    {
        ["outbox.claim"] = "The rows that are due, of all environments.",
        ["outbox.hasten"] = "The rows of a lane, of all environments.",
        ["outbox.renew"] = OneRow,
        ["outbox.give_back"] = OneRow,
        ["outbox.give_up"] = OneRow,
        ["processes.beat"] = OneRow,
        ["processes.leave"] = OneRow,
        ["processes.forget"] = "A handful of rows, one for each process.",
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> Indexes = IndexesOfTheModel();

    public static TheoryData<string> Names => [.. All];

    public static TheoryData<string> Writes => [.. Written];

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

    // The database's clock decides what is due: processes differ, and one that is ahead would claim rows that others hold.
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
    [InlineData("DELETE TOP (1000) FROM wallets; DELETE FROM workflows", "DELETE FROM workflows")]
    [InlineData("UPDATE wallets SET name = '' WHERE id IN (SELECT TOP (@limit) id FROM wallets); INSERT INTO fences SELECT * FROM fences", "INSERT INTO fences SELECT * FROM fences")]
    [InlineData("UPDATE wallets SET name = (SELECT TOP (@limit) name FROM workflows)", "UPDATE wallets SET name = (SELECT TOP (@limit) name FROM workflows)")]
    [InlineData("WITH few AS (SELECT TOP (@limit) id FROM wallets) DELETE FROM wallets", "WITH few AS (SELECT TOP (@limit) id FROM wallets) DELETE FROM wallets")]
    [InlineData("DELETE TOP (5000) FROM wallets", "DELETE TOP (5000) FROM wallets")]
    public void Write_WhenOneOfSeveralIsUnbounded_IsCaught(string text, string unbounded) => UnboundedIn(SqlServerParser.Parse(text)).ShouldBe([unbounded]);

    [Theory]
    [MemberData(nameof(Writes))]
    public void Write_WhenItGoesOnInBatches_TakesWhatItHasWrittenOutOfItsCondition(string name)
    {
        foreach (var loop in SqlServerParser.NodesOf<WhileStatement>(Parsed(name)))
        {
            SqlServerParser.NodesOf<BreakStatement>(loop).ShouldHaveSingleItem();
            if (SqlServerParser.NodesOf<UpdateSpecification>(loop).SingleOrDefault() is { } update)
            {
                var written = update.SetClauses.Cast<AssignmentSetClause>().Select(clause => NameOf(clause.Column));
                var asked = new TSqlFragment?[] { update.FromClause, update.WhereClause }.OfType<TSqlFragment>().SelectMany(SqlServerParser.NodesOf<ColumnReferenceExpression>).Select(NameOf);
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
    }

    // The server looks for the rows of a condition as it likes. One that looked through an environment would lock every row that it passes, and wait for those of others.
    [Theory]
    [MemberData(nameof(Writes))]
    public void Write_WhenItIsAboutRowsOfCustomers_SeeksThemByTheirIndex(string name)
    {
        var found = WritesIn(Parsed(name)).Select(SpecificationOf).OfType<UpdateDeleteSpecificationBase>().Where(write => !LookedUpOtherwise.ContainsKey(name)).ToList();

        foreach (var write in found)
        {
            var join = SqlServerParser.NodesOf<QualifiedJoin>(write.FromClause.TableReferences.ShouldHaveSingleItem())[0];
            join.JoinHint.ShouldBe(JoinHint.Loop);
            var target = join.SecondTableReference.ShouldBeOfType<NamedTableReference>();
            target.SchemaObject.BaseIdentifier.Value.ShouldBe(TextOf(write.Target));
            target.TableHints.Select(hint => hint.HintKind).ShouldBe([TableHintKind.ForceSeek, TableHintKind.Index]);
            var index = target.TableHints.OfType<IndexTableHint>().ShouldHaveSingleItem().IndexValues.ShouldHaveSingleItem().Identifier.Value;
            var sought = SqlServerParser.NodesOf<BooleanComparisonExpression>(join.SearchCondition).Select(comparison => NameOf((ColumnReferenceExpression)comparison.FirstExpression));
            Indexes[index].Take(3).ShouldBe(sought, index);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Index_WhenAStatementNamesIt_BeginsWithTheColumnsThatAreSought(string name)
    {
        foreach (var seek in SqlServerParser.NodesOf<ForceSeekTableHint>(Parsed(name)).Where(seek => seek.IndexValue is not null))
        {
            Indexes[seek.IndexValue.Identifier.Value].Take(seek.ColumnValues.Count).ShouldBe(seek.ColumnValues.Select(TextOf), seek.IndexValue.Identifier.Value);
        }
    }

    [Fact]
    public void Write_WhenItSeeksByNoIndex_SaysWhy()
    {
        var seeking = Written.Where(name => SqlServerParser.NodesOf<IndexTableHint>(Parsed(name)).Count > 0).ToList();

        seeking.Count.ShouldBeGreaterThan(25);
        Written.Except(seeking).Where(name => SqlServerParser.NodesOf<UpdateDeleteSpecificationBase>(Parsed(name)).Count > 0).ShouldBe(LookedUpOtherwise.Keys, ignoreOrder: true);
    }

    // A server that scanned a table to check references would wait for its writers.
    [Theory]
    [MemberData(nameof(Writes))]
    public void Write_WhenForeignKeysAreChecked_ChecksThemBySeeking(string name)
    {
        foreach (var write in WritesIn(Parsed(name)).Where(_ => name != "outbox.claim"))
        {
            write.OptimizerHints.Select(hint => hint.HintKind).ShouldBe([OptimizerHintKind.LoopJoin]);
        }
    }

    // A map of a thousand customers would be read a thousand times.
    [Theory]
    [MemberData(nameof(Names))]
    public void Map_WhenAStatementReadsIt_IsReadOnceAndNotForEachRow(string name)
    {
        var script = Parsed(name);

        SqlServerParser.NodesOf<FunctionCall>(script).Select(call => call.FunctionName.Value).ShouldNotContain("JSON_VALUE");
        var reading = SqlServerParser.NodesOf<OpenJsonTableReference>(script).Where(list => TextOf(list.Variable) == "@deletions").ToList();
        reading.Count.ShouldBe(SqlServerStatements.Text[name].Contains("@deletions", StringComparison.Ordinal) ? 1 : 0);
        SqlServerParser.NodesOf<WhileStatement>(script).SelectMany(SqlServerParser.NodesOf<OpenJsonTableReference>).ShouldNotContain(list => TextOf(list.Variable) == "@deletions");
    }

    // Where the rows of a statement are counted, those of the map must not be.
    [Fact]
    public void Map_WhenItIsRead_CountsForNothing()
    {
        var reading = All.Where(name => SqlServerStatements.Text[name].Contains("@deletions", StringComparison.Ordinal)).ToList();

        reading.ShouldContain("retained_invoices.retain");
        reading.Count.ShouldBeGreaterThan(3);
        foreach (var name in reading)
        {
            var sets = SqlServerParser.NodesOf<PredicateSetStatement>(Parsed(name)).Where(set => set.Options == SetOptions.NoCount).ToList();
            var map = SqlServerParser.NodesOf<InsertStatement>(Parsed(name)).Single(insert => insert.InsertSpecification.Target is VariableTableReference);

            sets.Count.ShouldBeGreaterThanOrEqualTo(2);
            sets.Last(set => set.StartOffset < map.StartOffset).IsOn.ShouldBeTrue();
            sets.First(set => set.StartOffset > map.StartOffset).IsOn.ShouldBeFalse();
        }
    }

    // A lock on the gap of a missing key reaches to the next key, which may belong to another tenant.
    [Fact]
    public void Lock_WhenNothingIsThere_LocksNoGap()
    {
        All.Where(name => LocksGap(Parsed(name))).ShouldBeEmpty();
        LocksGap(SqlServerParser.Parse("SELECT id FROM customers WITH (XLOCK, HOLDLOCK)")).ShouldBeTrue();
        LocksGap(SqlServerParser.Parse("SELECT id FROM customers WITH (SERIALIZABLE)")).ShouldBeTrue();
    }

    // By name, a few per environment: an external id without a holder is in no index.
    [Theory]
    [InlineData("external_ids.hold", "Shared")]
    [InlineData("external_ids.lock", "Exclusive")]
    public void Lock_WhenItIsOnAnExternalId_IsOnANameOfTheEnvironment(string name, string mode)
    {
        var script = Parsed(name);

        var taken = SqlServerParser.NodesOf<ExecuteStatement>(script).ShouldHaveSingleItem();
        TextOf(taken).ShouldContain($"sp_getapplock @Name, '{mode}', 'Transaction'");
        TextOf(SqlServerParser.NodesOf<SetVariableStatement>(script).ShouldHaveSingleItem()).ShouldContain("@tenant, ' ', @environment");
        SqlServerParser.NodesOf<NamedTableReference>(script).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("customers.lock", "XLOCK,REPEATABLEREAD,ROWLOCK")]
    [InlineData("customers.lock_roots", "XLOCK,REPEATABLEREAD,ROWLOCK")]
    [InlineData("customers.hold", "REPEATABLEREAD,ROWLOCK")]
    [InlineData("customers.hold_by_external_id", "REPEATABLEREAD,ROWLOCK")]
    [InlineData("api_keys.hold", "REPEATABLEREAD,ROWLOCK")]
    [InlineData("api_keys.lock", "XLOCK,REPEATABLEREAD,ROWLOCK")]
    [InlineData("invoice_counters.lock", "UPDLOCK,ROWLOCK")]
    [InlineData("outbox.claim", "UPDLOCK,READPAST,ROWLOCK")]
    public void Statement_WhenItLocks_SaysHow(string name, string hints)
    {
        var tables = SqlServerParser.NodesOf<NamedTableReference>(Parsed(name)).Where(table => LocksOf(table).Any());

        tables.Select(table => string.Join(',', LocksOf(table).Select(TextOf))).ShouldBe([hints]);
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
        string[] locking = ["customers.lock_roots", "customers.lock", "customers.hold", "customers.hold_by_external_id", "api_keys.hold", "api_keys.lock", "invoice_counters.lock", "outbox.claim"];

        All.Where(name => SqlServerParser.NodesOf<NamedTableReference>(Parsed(name)).SelectMany(LocksOf).Any()).ShouldBe(locking, ignoreOrder: true);
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

    // UNION, which finds nothing twice, is not to be had in a recursive query there.
    [Fact]
    public void Query_WhenKeysIssuedOneAnotherInACircle_EndsAfterTheMostLevelsThereCanBe() => SqlServerStatements.Text["api_keys.origins"].ShouldContain("OPTION (MAXRECURSION 32767)");

    [GeneratedRegex("(?<!@)@[a-z]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    private static IReadOnlyList<string> All => [.. SqlServerStatements.Text.Keys.Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Written => All.Where(name => IsWrite(SqlServerStatements.Text[name]));

    private static TSqlScript Parsed(string name) => SqlServerParser.Parse(SqlServerStatements.Text[name]);

    private static bool IsWrite(string text) => WritesIn(SqlServerParser.Parse(text)).Any();

    // Rows of a table variable are not locked.
    private static IEnumerable<DataModificationStatement> WritesIn(TSqlScript script) => SqlServerParser.NodesOf<DataModificationStatement>(script).Where(statement => SpecificationOf(statement).Target is not VariableTableReference);

    private static DataModificationSpecification SpecificationOf(DataModificationStatement statement) => SqlServerParser.NodesOf<DataModificationSpecification>(statement).ShouldHaveSingleItem();

    // A limit counts where it decides which rows are written: on the write itself, in its condition, or in what it calls its table.
    private static IReadOnlyList<string> UnboundedIn(TSqlScript script) =>
    [
        .. WritesIn(script)
            .Where(statement => !LimitsOf(statement, SpecificationOf(statement)).Any(limit => limit is "TOP (1000)" or "TOP (@limit)"))
            .Select(TextOf),
    ];

    private static IEnumerable<string> LimitsOf(DataModificationStatement statement, DataModificationSpecification write)
    {
        var tables = statement.WithCtesAndXmlNamespaces?.CommonTableExpressions.Where(table => table.ExpressionName.Value == TextOf(write.Target)) ?? [];
        TSqlFragment?[] deciding = [write.TopRowFilter, (write as UpdateDeleteSpecificationBase)?.WhereClause, (write as UpdateDeleteSpecificationBase)?.FromClause, .. tables];
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

    private static IEnumerable<TableHint> LocksOf(NamedTableReference table) => table.TableHints.Where(hint => hint.HintKind is not (TableHintKind.ForceSeek or TableHintKind.Index));

    private static bool LocksGap(TSqlScript script) => SqlServerParser.NodesOf<TableHint>(script).Any(hint => hint.HintKind is TableHintKind.HoldLock or TableHintKind.Serializable);

    private static string NameOf(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private static Dictionary<string, IReadOnlyList<string>> IndexesOfTheModel()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        return context.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetIndexes().Select(index => (Name: index.GetDatabaseName()!, index.Properties)).Concat(entity.GetKeys().Select(key => (Name: key.GetName()!, key.Properties))))
            .ToDictionary(index => index.Name, IReadOnlyList<string> (index) => [.. index.Properties.Select(property => property.GetColumnName())], StringComparer.Ordinal);
    }

    private static string TextOf(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));
}
