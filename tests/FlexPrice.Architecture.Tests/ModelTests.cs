using FlexPrice.Architecture.Tests.Samples.Model;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;

namespace FlexPrice.Architecture.Tests;

public sealed class ModelTests
{
    private static readonly Exemption[] NotLedByEnvironment =
    [
        new("key Tenant(Id)", "A tenant stands above its environments."),
        new("key Environment(TenantId, Id)", "Its own id is the environment."),
        new("key KeyCheck(Name)", "The keys are those of the whole database."),
        new("index ApiKey(KeyHash)", "A presented key says nothing about its tenant."),
        new("key Channel(Name)", "The operator's channels carry the events of all tenants."),
        new("key ServerProcess(Id)", "The processes serve all tenants."),
        new("key OutboxMessage(Sequence)", "Workers take the messages of all tenants in the order of writing."),
        new("index OutboxMessage(Line, OrderingKey, Sequence)", "Workers take the messages of all tenants in the order of writing."),
        new("index OutboxMessage(Lane, DueAt)", "Workers look for due messages of all tenants."),
        new("index CommitMark(CommittedAt)", "The marks of all tenants are forgotten by their age."),
        new("index OutboxMessage(GivenUpAt)", "The operator counts the given up messages of all tenants."),
    ];

    [Fact]
    public void Property_WhenItCanHoldPersonalData_IsClassifiedOnce() => ModelRules.AreClassified(Product.Model).ShouldHold();

    [Fact]
    public void Property_WhenUnclassifiedOrTwiceOrForNoReason_IsCaught() => ModelRules.AreClassified(Sample()).ShouldCatch(
        "Ticket.Attachment is not classified",
        "Ticket.Both is classified twice",
        "Ticket.Note is not classified",
        "Ticket.Reasonless is not personal for no reason",
        "TicketCaller.Phone is not classified");

    [Fact]
    public void Index_WhenItIsOneOfTheProducts_HoldsNoPersonalValue() => ModelRules.NeverIndexPersonalData(Product.Model).ShouldHold();

    [Fact]
    public void Index_WhenItHoldsAPersonalValue_IsCaught() => ModelRules.NeverIndexPersonalData(Sample()).ShouldCatch("Ticket.Email is part of index");

    [Fact]
    public void Key_WhenItIsOneOfTheProducts_IsLedByTenantAndEnvironment() => ModelRules.AreLedByTheirEnvironment(Product.Model, NotLedByEnvironment).ShouldHold();

    [Fact]
    public void Key_WhenItIsLedByAnother_IsCaught() => ModelRules.AreLedByTheirEnvironment(Sample(), [new Exemption("key Nothing(Id)", "Stale.")]).ShouldCatch(
        "key Ticket(Id)",
        "key TicketComment(Id)",
        "index TicketComment(TicketId)",
        "key Nothing(Id) needs no exemption");

    [Fact]
    public void Model_WhenItIsTheProducts_IsMigrated()
    {
        using var sqlite = Product.NewContext();
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);
        FlexPriceDbContext[] contexts = [sqlite, postgreSql, sqlServer];

        ModelRules.IsMigrated(contexts).ShouldHold();
        contexts.Select(context => context.GetType()).ShouldBe(typeof(FlexPriceDbContext).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FlexPriceDbContext))), ignoreOrder: true, "Each database has a context, which stands in this test and in build/add-migration.sh.");
    }

    [Fact]
    public void Model_WhenItHasNoMigration_IsCaught()
    {
        using var context = new SampleContext();
        ModelRules.IsMigrated(context).ShouldCatch("SampleContext has changed");
    }

    private static Microsoft.EntityFrameworkCore.Metadata.IReadOnlyModel Sample()
    {
        using var context = new SampleContext();
        return context.DesignTimeModel;
    }
}
