using FlexPrice.Application;
using FlexPrice.Application.Cascade;
using FlexPrice.Architecture.Tests.Samples.Cascade;
using FlexPrice.Architecture.Tests.Samples.Model;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Persistence.SqlServer;

namespace FlexPrice.Architecture.Tests;

public sealed class CascadeTests
{
    private const string LosesItsSubscription = "An invoice bills its own customer's subscription only, so it is one of those that are discarded or retained: shown there, once.";

    private const string IsRetained = "Whatever is done to an outstanding invoice, it is retained afterwards: shown there, once.";

    private const string IsAnEnd = "Until when an external id was held is kept by a keyed hash, like a fence, and names the customer no longer.";

    private static readonly Exemption[] NotReached =
    [
        new("deletions", "The record of a deletion holds the id of one who is gone, as evidence, and nothing else about them."),
        new("usage_events", "Pseudonymised: what they say about a person is sealed under the key of their subject, which is destroyed; erase removes them after the commit."),
        new("recipients", "They are made by the deletion and belong to its record; what they need to know is sealed under a key of their own, which is destroyed when they are closed."),
    ];

    private static readonly Exemption[] NotShown =
    [
        new("subscriptions=block: invoices Updated", LosesItsSubscription),
        new("subscriptions=cancel_now: invoices Updated", LosesItsSubscription),
        new("outstanding_invoices=void: invoices Updated", IsRetained),
        new("outstanding_invoices=write_off: invoices Updated", IsRetained),
        new("usage=retain: past_holdings Updated", IsAnEnd),
        new("usage=erase: past_holdings Updated", IsAnEnd),
        new("child_customers=cascade: customers Updated", "The whole family goes: cutting its ties is a step on the way, of which nothing is left to be shown."),
    ];

    private static readonly IReadOnlyList<ICascadeEdge> Edges =
    [
        .. Product.Types.Where(type => type.IsConcrete() && type.IsAssignableTo(typeof(ICascadeEdge))).Select(type => (ICascadeEdge)Activator.CreateInstance(type)!),
    ];

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Registries = new(StringComparer.Ordinal)
    {
        ["SQLite"] = SqliteStatements.Text,
        ["PostgreSQL"] = PostgreSqlStatements.Text,
        ["SQL Server"] = SqlServerStatements.Text,
    };

    private static readonly Dictionary<string, IReadOnlyList<EdgeStatement>> Statements =
        Registries.ToDictionary(registry => registry.Key, registry => CascadeRules.DeletionStatements(Edges, registry.Value), StringComparer.Ordinal);

    private static readonly ICascadeEdge[] Bad = [new TicketsEdge()];

    private static readonly Dictionary<string, string> BadRegistry = new(StringComparer.Ordinal)
    {
        ["tickets.delete"] = "DELETE FROM tickets WHERE tenant_id = @tenant AND environment_id = @environment",
        ["tickets.forget"] = "DELETE FROM tickets",
    };

    [Fact]
    public void Edge_WhenItIsOneOfTheProducts_HasItsPlaceInTheOrder() => CascadeRules.EdgesHaveOnePlace(Edges, CascadeOrder.Edges).ShouldHold();

    [Fact]
    public void Edge_WhenItHasNoPlaceOrThePlaceNoEdge_IsCaught() =>
        CascadeRules.EdgesHaveOnePlace(Bad, ["wallets", "wallets"]).ShouldCatch("tickets has no place", "wallets is no edge", "wallets has two places");

    [Fact]
    public void Statement_WhenAnEdgeUsesIt_Exists() =>
        Findings.OfEach(Registries, registry => CascadeRules.EveryStatementExists(Edges, registry)).ShouldHold();

    [Fact]
    public void Statement_WhenItDoesNotExist_IsCaught() => CascadeRules.EveryStatementExists(Bad, BadRegistry).ShouldCatch("tickets uses tickets.inspect");

    [Fact]
    public void Statement_WhenItExists_IsUsed() => Findings.OfEach(
        Registries,
        registry => CascadeRules.EveryStatementIsUsed(registry, Edges, [.. Product.Sources.Where(source => source.Layer == "Infrastructure" && !IsRegistry(source))])).ShouldHold();

    [Fact]
    public void Statement_WhenNobodyUsesIt_IsCaught() => CascadeRules.EveryStatementIsUsed(BadRegistry, Bad, []).ShouldCatch("tickets.forget is used by nobody");

    [Fact]
    public void Edge_WhenItIsOneOfTheProducts_ShowsWhatItDoes() =>
        Findings.OfEach(Statements, statements => CascadeRules.ShowWhatTheyDo(Edges, statements, NotShown)).ShouldHold();

    [Fact]
    public void Edge_WhenItShowsSomethingElse_IsCaught() =>
        CascadeRules.ShowWhatTheyDo(Bad, CascadeRules.DeletionStatements(Bad, BadRegistry), [new Exemption("stale", "")])
            .ShouldCatch("tickets=delete: tickets Deleted", "tickets=delete: ticket_comments Updated", "stale needs no exemption");

    [Fact]
    public void Entity_WhenItHangsOnACustomerOrIsPersonal_IsReachedByAnEdge() =>
        Findings.OfEach(Statements, statements => CascadeRules.ReachEverything(Product.Model, WithCustomerItself(statements), NotReached)).ShouldHold();

    [Fact]
    public void Entity_WhenNoEdgeReachesIt_IsCaught()
    {
        using var context = new SampleContext();

        foreach (var statements in Statements.Values)
        {
            CascadeRules.ReachEverything(context.DesignTimeModel, statements, []).ShouldCatch("tickets is reached by no", "ticket_comments is reached by no");
        }

        CascadeRules.ReachEverything(context.DesignTimeModel, CascadeRules.DeletionStatements(Bad, BadRegistry), []).ShouldCatch("tickets.customer_id", "ticket_comments");
    }

    [Theory]
    [InlineData("subscriptions", "subscriptions", "subscription_line_items")]
    [InlineData("wallets", "wallets", "wallet_transactions")]
    [InlineData("usage", "past_holdings", "usage_subjects")]
    [InlineData("retained_invoices", "invoice_payments", "sealed_documents")]
    [InlineData("workflows", "workflows")]
    [InlineData("integrations", "integration_mappings")]
    [InlineData("child_customers", "customers.parent_customer_id")]
    [InlineData("legal_hold", "legal_holds")]
    public void Entity_WhenItsEdgeIsForgotten_IsCaught(string forgotten, params string[] unreached)
    {
        foreach (var statements in Statements.Values)
        {
            var with = CascadeRules.ReachEverything(Product.Model, WithCustomerItself(statements), NotReached);
            var without = CascadeRules.ReachEverything(Product.Model, WithCustomerItself(statements.Where(statement => statement.Edge != forgotten)), NotReached);

            (without with { Violations = [.. without.Violations.Except(with.Violations)] }).ShouldCatch(unreached);
        }
    }

    // The row of the customer itself goes last, by its repository.
    private static IReadOnlyCollection<EdgeStatement> WithCustomerItself(IEnumerable<EdgeStatement> statements) =>
        [.. statements, new EdgeStatement("", "", "customers.delete", SqliteStatements.Text["customers.delete"])];

    private static bool IsRegistry(SourceFile source) => source.Name.EndsWith("Statements", StringComparison.Ordinal);
}
