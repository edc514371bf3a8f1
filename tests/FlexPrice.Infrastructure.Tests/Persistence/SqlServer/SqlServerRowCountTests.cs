using System.Data;
using System.Data.Common;
using System.Reflection;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Transactions;
using FlexPrice.Testing.SqlServer;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The count of changed rows is returned with any <c>user options</c> of the server: without it every deletion would seem to differ from its decision.</summary>
public sealed class SqlServerRowCountTests
{
    public static TheoryData<string> Names => [.. SqlServerStatements.Text.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Statement_WhenItChangesRows_TellsHowManyWhateverTheServerIsSetTo(string name) => UncountedIn(SqlServerStatements.Text[name]).ShouldBeEmpty();

    [Fact]
    public void Statement_WhenItsCountWouldBeAnother_IsCaught()
    {
        UncountedIn("DELETE FROM wallets").ShouldBe(["DELETE FROM wallets"]);
        UncountedIn("SET NOCOUNT OFF; SET NOCOUNT ON; DELETE FROM wallets").ShouldBe(["DELETE FROM wallets"]);
        UncountedIn("SET NOCOUNT OFF; DECLARE @Ids TABLE (id int); INSERT INTO @Ids VALUES (1); DELETE FROM wallets").ShouldBe(["INSERT INTO @Ids VALUES (1)"]);
        UncountedIn("SET NOCOUNT ON; DECLARE @Ids TABLE (id int); INSERT INTO @Ids VALUES (1); SET NOCOUNT OFF; DELETE FROM wallets").ShouldBeEmpty();
        SqlServerStatements.Text.Values.Count(text => SqlServerParser.NodesOf<DataModificationStatement>(SqlServerParser.Parse(text)).Count > 0).ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Change_WhenItIsMadeOfAQuery_TellsHowMany()
    {
        var sent = SqlServerTwin.Shared.Catch("delete", services => services.GetRequiredService<FlexPriceDbContext>().Set<CommitMark>().Where(mark => mark.CommittedAt < DateTimeOffset.UnixEpoch).ExecuteDelete())
            .Concat(SqlServerTwin.Shared.Catch("update", services => services.GetRequiredService<FlexPriceDbContext>().Set<OutboxMessage>().ExecuteUpdate(row => row.SetProperty(message => message.LeaseToken, (string?)null))))
            .Concat(SqlServerTwin.Shared.Catch("by hand", services => services.GetRequiredService<FlexPriceDbContext>().Database.ExecuteSqlRaw("DELETE FROM fences")))
            .ToList();

        sent.Count.ShouldBe(3);
        sent.SelectMany(statement => UncountedIn(statement.Text)).ShouldBeEmpty();
        SqlServerTwin.Shared.Schema.Defects(sent).ShouldBeEmpty();
    }

    // Entity Framework turns the counts off and reads them as results.
    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public void Change_WhenItIsSavedByTheContext_ReadsItsCountAsAResult(EntityState state)
    {
        using var model = new SqlServerDesignTimeFactory().CreateDbContext([]);

        foreach (var type in model.Model.GetEntityTypes().Select(type => type.Name))
        {
            var sent = SqlServerTwin.Shared.Catch(type, services =>
            {
                var context = services.GetRequiredService<FlexPriceDbContext>();
                context.ChangeTracker.AutoDetectChangesEnabled = false;
                SampleEntry.Enter(context, context.Model.FindEntityType(type)!, state, 0);
                context.SaveChanges();
            });

            sent.ShouldAllBe(statement => statement.Text.Contains("OUTPUT 1", StringComparison.Ordinal) || statement.Text.Contains("@@ROWCOUNT", StringComparison.Ordinal), type);
        }
    }

    [Fact]
    public void TimedWork_WhenItOpensAConnection_HasItTellCounts()
    {
        using var connection = new SqlServerTimedWorkFactory().CreateConnection();
        using var other = new SqliteConnection("Data Source=:memory:");
        other.Open();
        var opened = new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open);

        // Which is not open in truth.
        var raised = Should.Throw<TargetInvocationException>(() => typeof(DbConnection).GetMethod("OnStateChange", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(connection, [opened]));
        raised.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain("ExecuteNonQuery");
        Should.Throw<SqliteException>(() => SqlServerTimedWorkFactory.EnableRowCounts(other, opened)).Message.ShouldContain("near \"SET\"");
        SqlServerTimedWorkFactory.EnableRowCounts(other, new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
        SqlServerParser.Defects(SqlServerRowCounts.EnableRowCounts).ShouldBeEmpty();
    }

    // Rows of a table variable must not be added to the count.
    private static IReadOnlyList<string> UncountedIn(string text)
    {
        var uncounted = new List<string>();
        bool? tells = null;
        foreach (var statement in SqlServerParser.NodesOf<TSqlStatement>(SqlServerParser.Parse(text)).OrderBy(statement => statement.StartOffset))
        {
            if (statement is PredicateSetStatement { Options: SetOptions.NoCount } option)
            {
                tells = !option.IsOn;
            }
            else if (statement is DataModificationStatement write && tells != (SqlServerParser.NodesOf<DataModificationSpecification>(write)[0].Target is not VariableTableReference))
            {
                uncounted.Add(text.Substring(write.StartOffset, write.FragmentLength).TrimEnd(';'));
            }
        }

        return uncounted;
    }
}
