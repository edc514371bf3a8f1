using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Testing.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerWriteTests
{
    // From four rows of one kind on they are written by one statement.
    private const int Many = 5;

    [Fact]
    public void Write_WhenItIsOfAnEntity_IsBound()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        (EntityState State, int Count, string Word)[] changes = [(EntityState.Added, 1, "INSERT "), (EntityState.Added, Many, "INSERT "), (EntityState.Modified, 1, "UPDATE "), (EntityState.Deleted, 1, "DELETE ")];

        var written = context.Model.GetEntityTypes().SelectMany(entity => changes.SelectMany(change => Catch(entity.Name, change.State, change.Count, change.Word))).ToList();

        written.Count.ShouldBeGreaterThanOrEqualTo(4 * context.Model.GetEntityTypes().Count());
        SqlServerTwin.Shared.Schema.Defects(written).ShouldBeEmpty();
    }

    // MERGE, by which the context writes several, promises numbers in no order, and the order of the outbox is its numbers.
    [Fact]
    public void Rows_WhenTheDatabaseNumbersThem_AreNotLeftToTheContextAndAreAddedOneByOne()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        context.Model.GetEntityTypes().Where(type => type.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd }] }).Select(type => type.ClrType).ShouldBe([typeof(OutboxMessage)]);
        context.Set<OutboxMessage>().AddRange(Enumerable.Range(0, Many).Select(number => new OutboxMessage { MessageId = $"{number}", OrderingKey = "cust" }));

        var rows = new PendingInserts(context, new SqlServerDialect()).DrainNumbered();

        context.ChangeTracker.Entries().ShouldBeEmpty();
        rows.Select(row => ((SqlParameter)row.Parameters["@message_id"]!).Value).ShouldBe(Enumerable.Range(0, Many).Select(number => $"{number}"));
        var sent = rows.Select(row => new SqlText("row", row.Written!.Text, [.. row.Written!.Parameters.Select(name => (name, "nvarchar(max)"))])).ToList();
        sent.ShouldAllBe(row => SqlServerParser.NodesOf<InsertSpecification>(SqlServerParser.Parse(row.Text)).Count == 1);
        SqlServerTwin.Shared.Schema.Defects(sent).ShouldBeEmpty();
    }

    private static IReadOnlyList<SqlText> Catch(string entity, EntityState state, int count, string word)
    {
        var written = SqlServerTwin.Shared.Catch($"{entity} {state}", services => Write(services.GetRequiredService<FlexPriceDbContext>(), entity, state, count));
        string.Join(';', written.Select(statement => statement.Text)).ShouldContain(word, Case.Sensitive, entity);
        return written;
    }

    private static void Write(FlexPriceDbContext context, string entity, EntityState state, int count)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var type = context.Model.FindEntityType(entity)!;
        for (var number = 0; number < count; number++)
        {
            SampleEntry.Enter(context, type, state, number);
        }

        context.SaveChanges();
    }
}
