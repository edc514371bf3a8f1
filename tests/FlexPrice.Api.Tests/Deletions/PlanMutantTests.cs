using System.Net;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The comparison of plan and deed is itself put to the test: edges with a defect must not pass it.</summary>
public abstract class PlanMutantTests
{
    private const string Everything = "?subscriptions=cancel_now&draft_invoices=finalize&outstanding_invoices=write_off&wallets=forfeit&child_customers=cascade";

    [Fact]
    public async Task Comparison_WhenNoEdgeIsDefective_FindsNothing() =>
        (await DefectsAsync(_ => { })).ShouldBeEmpty();

    [Theory]
    [InlineData("SubscriptionsEdge", "subscriptions.detach_inherited")]
    [InlineData("SubscriptionsEdge", "subscriptions.delete_line_items")]
    [InlineData("RetainedInvoicesEdge", "retained_invoices.delete_payments")]
    [InlineData("RetainedInvoicesEdge", "retained_invoices.retain")]
    [InlineData("WalletsEdge", "wallets.delete")]
    [InlineData("WorkflowsEdge", "workflows.delete")]
    [InlineData("IntegrationsEdge", "integrations.have_erased")]
    [InlineData("IntegrationsEdge", "integrations.delete")]
    [InlineData("UsageEdge", "usage.destroy_subjects")]
    [InlineData("LegalHoldEdge", "legal_hold.delete_released")]
    public async Task Comparison_WhenAnEdgeSkipsAStatement_FindsIt(string edge, string statement) =>
        (await DefectsAsync(services => MutantEdge.Replace(services, edge, apply: statements => [.. statements.Where(applied => applied.Name != statement)]))).ShouldNotBeEmpty();

    // Usage that waits under an external id refers to no customer: nothing but the comparison can notice that it stays.
    [Fact]
    public async Task Comparison_WhenAnEdgeSkipsOneRow_FindsIt()
    {
        CustomerId? skipped = null;
        var defects = await DefectsAsync(
            services => MutantEdge.Replace(services, "UsageEdge", apply: statements => [.. statements.Select(statement => statement with
            {
                Customers = [.. statement.Customers.Where(customer => customer != skipped)],
                ExpectedRows = null,
            })]),
            waitingUsageOf: id => skipped = CustomerId.From(id));

        skipped.ShouldNotBeNull();
        defects.ShouldBe(["usage_subjects: planned +0 -3 ~0, happened +0 -2 ~0"]);
    }

    [Fact]
    public async Task Comparison_WhenAnEdgeReachesForMoreThanItPlanned_FindsIt()
    {
        string? stranger = null;
        var defects = await DefectsAsync(
            services => MutantEdge.Replace(services, "WalletsEdge", apply: statements => [.. statements.Select(statement => statement with
            {
                Customers = [.. statement.Customers, CustomerId.From(stranger!)],
                ExpectedRows = null,
            })]),
            neighbour: id => stranger = id);

        defects.Count.ShouldBe(2);
        defects.ShouldAllBe(defect => defect.StartsWith("wallet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SubscriptionsEdge")]
    [InlineData("RetainedInvoicesEdge")]
    [InlineData("WalletsEdge")]
    [InlineData("UsageEdge")]
    [InlineData("WorkflowsEdge")]
    [InlineData("IntegrationsEdge")]
    public async Task Comparison_WhenAnEdgeUndercounts_FindsIt(string edge) =>
        (await DefectsAsync(services => MutantEdge.Replace(services, edge, decide: decision => decision with
        {
            Effects = [.. decision.Effects.Select(effect => effect.Kind == RowEffectKind.Deleted && effect.Count > 0 ? effect with { Count = effect.Count - 1 } : effect)],
        }))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("SubscriptionsEdge")]
    [InlineData("RetainedInvoicesEdge")]
    [InlineData("WalletsEdge")]
    [InlineData("UsageEdge")]
    [InlineData("WorkflowsEdge")]
    [InlineData("IntegrationsEdge")]
    public async Task Product_WhenAnEdgeDecidesAboutFewerRowsThanItChanges_RollsBack(string edge)
    {
        var defects = await DefectsAsync(services => MutantEdge.Replace(services, edge, decide: decision => decision with
        {
            Question = decision.Question with { Rows = [.. decision.Question.Rows.SkipLast(1)] },
        }));

        defects.ShouldBe(["answered InternalServerError, changed nothing"]);
    }

    // Plans, deletes, compares.
    private async Task<IReadOnlyList<string>> DefectsAsync(Action<IServiceCollection> mutate, Action<string>? waitingUsageOf = null, Action<string>? neighbour = null)
    {
        await using var host = new ApiHost(Engine.Of(this), services: mutate);
        var world = World.Of(host);
        var root = await world.CustomerAsync();
        var (child, archived) = (await world.CustomerAsync(root), await world.CustomerAsync(root));
        var other = await world.CustomerAsync();
        var subscription = await world.SubscriptionAsync(child, lineItems: 2);
        await world.SubscriptionAsync(other, parent: subscription);
        await world.WalletAsync(root);
        await world.WalletAsync(other);
        await world.InvoiceAsync(root, "draft", lines: 2);
        await world.InvoiceAsync(child, "partly_paid");
        await world.WorkflowAsync(child);
        await world.MappingAsync(root);
        await world.UsageAsync(world.ExternalIdOf(root));
        await world.UsageAsync(world.ExternalIdOf(child));
        await world.ArchiveAsync(archived);
        await world.UsageAsync(world.ExternalIdOf(archived));
        world.Hold(child, released: true);
        waitingUsageOf?.Invoke(archived);
        neighbour?.Invoke(other);

        var plan = await world.Api.GetAsync($"/v1/customers/{root}/deletion-plan{Everything}");
        plan.ShouldBe(HttpStatusCode.OK).Body["deletable"]!.GetValue<bool>().ShouldBeTrue(plan.Text);
        var before = world.Database.Dump();
        var answer = await world.Api.DeleteAsync($"/v1/customers/{root}{Everything}");
        var difference = world.Database.Dump().Since(before);
        return answer.Status == HttpStatusCode.NoContent
            ? [.. PlanComparison.Differences(plan.Body, difference).Select(defect => defect.Split(" [")[0])]
            : [$"answered {answer.Status}, changed {(difference.Count == 0 ? "nothing" : "rows")}"];
    }

    public sealed class OnSqlite : PlanMutantTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : PlanMutantTests, IOn<PostgreSqlEngine>;
}
