using System.Text.RegularExpressions;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.Data.Sqlite;

namespace FlexPrice.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>SQLite's query plans: no statement of the product may scan an environment to find the rows of one customer.</summary>
public sealed partial class SqliteQueryPlanTests(SqliteStore fixture) : IClassFixture<SqliteStore>, IOn<SqliteEngine>
{
    // The outbox is read in the order of its rows, across environments.
    private static readonly string[] OfTheOutbox = ["outbox.claim", "outbox.hasten"];

    // A presented key does not show its environment; its hash is unique in all of them.
    private static readonly string[] OfNoEnvironment = ["api_keys.presented"];

    // Never run here: one writer needs no locks.
    private static readonly IEnumerable<string> Locks = LockStatements.Build(new SqliteSyntax()).Keys;

    // The operator's channels are a handful of rows, and so are the processes, of which a file has none.
    private static readonly IEnumerable<string> OfTheProgram = ProcessStatements.Build(new SqliteSyntax()).Keys.Append("outbox.add_where_used");

    // One row an environment: to find it is to have it.
    private static readonly string[] OnePerEnvironment = ["sqlite_autoindex_retention_policies_1", "sqlite_autoindex_cascade_policies_1"];

    public static TheoryData<string> Names => [.. SqliteStatements.Text.Keys.Except([.. OfTheOutbox, .. OfNoEnvironment], StringComparer.Ordinal).Except(Locks, StringComparer.Ordinal).Except(OfTheProgram, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_OnTheTablesOfTheProduct_FindsItsRowsByAnIndexBelowTheEnvironment(string name) => Slow(SqliteStatements.Text[name]).ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT id FROM customers WHERE name = @name", "SCAN customers")]
    [InlineData("SELECT id FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND name = @name", "SEARCH customers USING ")]
    public void Check_OnAStatementThatReadsThroughAnEnvironment_NamesIt(string sql, string expected) => Slow(sql).ShouldHaveSingleItem().ShouldStartWith(expected);

    private List<string> Slow(string sql)
    {
        using var connection = new SqliteConnection(fixture.ConnectionString);
        connection.Open();
        var tables = fixture.Tables;
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var parameter in Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        // A step names a table by its alias, so an alias must not be the name of a table or of a common table expression.
        var derived = Derived().Matches(sql).Select(match => match.Groups[1].Value).Append("json_each").Concat(["asked", "given", "record", "held", "had"]).ToHashSet(StringComparer.Ordinal);
        derived.ShouldNotContain(name => tables.Contains(name, StringComparer.Ordinal));
        using var reader = command.ExecuteReader();
        var slow = new List<string>();
        while (reader.Read())
        {
            var step = reader.GetString(reader.GetOrdinal("detail"));
            var read = Step().Match(step);
            if (read.Success && !derived.Contains(read.Groups["what"].Value) && !Selective().IsMatch(step) && !OnePerEnvironment.Any(index => step.Contains(index, StringComparison.Ordinal)))
            {
                slow.Add(step);
            }
        }

        return slow;
    }

    [GeneratedRegex("@[a-z_]+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?:WITH|,|RECURSIVE)\s+([a-z_]+)(?: \([a-z_, ]+\))? AS \(")]
    private static partial Regex Derived();

    [GeneratedRegex("^(?:SCAN|SEARCH) (?<what>[a-z_]+)")]
    private static partial Regex Step();

    [GeneratedRegex(@"^SEARCH .*\((?:tenant_id=\? AND environment_id=\? AND [a-z_]+[=<>]|rowid=\?|sequence=\?)")]
    private static partial Regex Selective();
}
