using System.Data;
using System.Data.Common;
using System.Text.RegularExpressions;
using FlexPrice.Domain.AuditLog;
using FlexPrice.Domain.Deletions;
using FlexPrice.Infrastructure.Idempotency;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Sql;
using FlexPrice.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

public sealed partial class PendingInsertsTests
{
    private static readonly PostgreSqlDialect Dialect = new();

    [Fact]
    public void Take_OfEveryEntity_WritesWhatTheContextWouldWrite()
    {
        using var model = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        var compared = new List<Type>();
        foreach (var entity in model.Model.GetEntityTypes())
        {
            var (taken, written) = Write(entity.Name);
            if (taken is not null)
            {
                taken.ShouldBe(written, customMessage: entity.Name);
                compared.Add(entity.ClrType);
            }
        }

        Type[] ofADeletion = [typeof(Deletion), typeof(AuditEntry), typeof(OutboxMessage), typeof(IdempotencyRecord)];
        ofADeletion.Except(compared).ShouldBeEmpty();
        compared.Count.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public void Take_WhenMoreThanRowsWasAdded_LeavesItToTheContext(EntityState other)
    {
        using var context = NewContext(new Catcher());
        SampleEntry.Enter(context, context.Model.FindEntityType(typeof(AuditEntry))!, EntityState.Added, 1);
        new PendingInserts(context, Dialect).ToStatements()!.Count.ShouldBe(1);

        SampleEntry.Enter(context, context.Model.FindEntityType(typeof(Deletion))!, other, 2);

        new PendingInserts(context, Dialect).ToStatements().ShouldBeNull();
    }

    [Fact]
    public void Take_WhenARowRefersToAnotherOne_LeavesTheirOrderToTheContext()
    {
        using var context = NewContext(new Catcher());
        SampleEntry.Enter(context, context.Model.FindEntityType(typeof(Recipient))!, EntityState.Added, 1);
        new PendingInserts(context, Dialect).ToStatements()!.Count.ShouldBe(1);

        SampleEntry.Enter(context, context.Model.FindEntityType(typeof(Deletion))!, EntityState.Added, 2);

        new PendingInserts(context, Dialect).ToStatements().ShouldBeNull();
    }

    // Between two rows the context reuses the places of those that were written before.
    [Fact]
    public void Take_AfterOthersWereWritten_KeepsTheOrderOfWhatTheDatabaseNumbers()
    {
        using var context = NewContext(new Catcher());
        var rows = new PendingInserts(context, Dialect);
        context.AddRange(Enumerable.Range(1, 3).Select(Message));
        rows.ToStatements()!.Count.ShouldBe(3);
        rows.Accept();
        context.AddRange(Enumerable.Range(4, 5).Select(Message));

        rows.ToStatements()!.Select(call => ((NpgsqlParameter)call.Parameters["@message_id"]!).Value).ShouldBe(["message 4", "message 5", "message 6", "message 7", "message 8"]);
    }

    [Fact]
    public void Accept_WhenTheRowsAreWritten_LeavesNothingToWrite()
    {
        using var context = NewContext(new Catcher());
        SampleEntry.Enter(context, context.Model.FindEntityType(typeof(AuditEntry))!, EntityState.Added, 1);
        SampleEntry.Enter(context, context.Model.FindEntityType(typeof(OutboxMessage))!, EntityState.Added, 2);
        var rows = new PendingInserts(context, Dialect);
        rows.ToStatements()!.Count.ShouldBe(2);

        rows.Accept();

        context.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    private static OutboxMessage Message(int number) => new() { MessageId = $"message {number}", Payload = "{}" };

    // What is taken, and what the context sends, as column, type and value.
    private static (IReadOnlyList<string>? Taken, IReadOnlyList<string> Written) Write(string entity)
    {
        var catcher = new Catcher();
        using var context = NewContext(catcher);
        SampleEntry.Enter(context, context.Model.FindEntityType(entity)!, EntityState.Added, 1);
        var call = new PendingInserts(context, Dialect).ToStatements()?.ShouldHaveSingleItem();
        Record.Exception(() => context.SaveChanges());
        var (text, parameters) = catcher.Caught.ShouldNotBeNull(entity);
        return (call is null ? null : Described(call.Written!.Text, [.. call.Written.Parameters.Select(name => (NpgsqlParameter)call.Parameters[name]!)]), Described(text, parameters));
    }

    private static IReadOnlyList<string> Described(string insert, IReadOnlyList<NpgsqlParameter> parameters)
    {
        var match = Insert().Match(insert);
        match.Success.ShouldBeTrue(insert);
        var columns = match.Groups["columns"].Value.Split(", ");
        columns.Length.ShouldBe(parameters.Count);
        return
        [
            match.Groups["table"].Value,
            .. columns.Zip(parameters, (column, parameter) => $"{column} {parameter.NpgsqlDbType} {(parameter.Value is byte[] bytes ? Convert.ToHexString(bytes) : parameter.Value)}").Order(StringComparer.Ordinal),
        ];
    }

    private static PostgreSqlFlexPriceDbContext NewContext(Catcher catcher)
    {
        var context = new PostgreSqlFlexPriceDbContext(new DbContextOptionsBuilder<PostgreSqlFlexPriceDbContext>()
            .UseFlexPricePostgreSql("Host=nowhere;Database=none")
            .AddInterceptors(catcher, CommandCatcher.Connections, CommandCatcher.Transactions)
            .Options);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        return context;
    }

    [GeneratedRegex(@"^INSERT INTO (?<table>\S+) \((?<columns>[^)]+)\)\s+VALUES \([^)]+\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Insert();

    private sealed class Catcher : DbCommandInterceptor
    {
        public (string Text, IReadOnlyList<NpgsqlParameter> Parameters)? Caught { get; private set; }

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Caught = (command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>()]);
            return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader());
        }
    }
}
