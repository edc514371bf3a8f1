using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The comparison of plan and deed is itself put to the test: edges with a defect must not pass it.</summary>
public sealed class PlanMutantTests : IOn<SqliteEngine>
{
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

    // Usage that waits under a former external id refers to no customer: nothing but the comparison can notice that it stays.
    [Fact]
    public async Task Comparison_WhenAnEdgeSkipsOneRow_FindsIt()
    {
        CustomerId? skipped = null;
        var defects = await DefectsAsync(
            services => MutantEdge.Replace(services, "UsageEdge", apply: statements => [.. statements.Select(statement => statement.Name != "usage.destroy_subjects" ? statement : statement with
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

    private Task<IReadOnlyList<string>> DefectsAsync(Action<IServiceCollection> mutate, Action<string>? waitingUsageOf = null, Action<string>? neighbour = null) =>
        MutantRun.DefectsAsync(Engine.Of(this), mutate, waitingUsageOf, neighbour);
}
