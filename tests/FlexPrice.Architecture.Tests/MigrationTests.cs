using FlexPrice.Architecture.Tests.Samples.Model;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FlexPrice.Architecture.Tests;

public sealed class MigrationTests
{
    // What nothing uses any more since the version before: its migration and what is dropped, with the version that stopped using it.
    private static readonly Exemption[] NoLongerUsed = [];

    [Fact]
    public void Migration_WhenItIsOneOfTheProducts_OnlyAdds()
    {
        using var sqlite = Product.NewContext();
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);
        DbContext[] contexts = [sqlite, postgreSql, sqlServer];

        contexts.ShouldAllBe(context => MigrationsOf(context).Count > 0);
        MigrationRules.OnlyAdd(contexts.SelectMany(MigrationsOf), NoLongerUsed).ShouldHold();
    }

    [Fact]
    public void Migration_WhenAnEarlierVersionDoesNotSurviveIt_IsCaught() => MigrationRules.OnlyAdd([new NarrowingMigration()], [new Exemption("NarrowingMigration: comments is dropped", "Unused.")]).ShouldCatch(
        "tickets.owner must be written",
        "tickets.subject is dropped",
        "tickets.state is renamed",
        "tickets.number is altered",
        "tickets must be unique by ix_tickets_owner",
        "tickets must keep fk_tickets_owner",
        "attachments is renamed");

    private static IReadOnlyList<Migration> MigrationsOf(DbContext context)
    {
        var assembly = context.GetService<IMigrationsAssembly>();
        return [.. assembly.Migrations.Values.Select(type => assembly.CreateMigration(type, context.Database.ProviderName!))];
    }
}
