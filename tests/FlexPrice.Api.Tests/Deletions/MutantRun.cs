using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The deletion of a family by a program with a defective edge.</summary>
internal static class MutantRun
{
    private const string Everything = "?subscriptions=cancel_now&draft_invoices=finalize&outstanding_invoices=write_off&wallets=forfeit&child_customers=cascade";

    /// <summary>Plans, deletes, compares.</summary>
    public static async Task<IReadOnlyList<string>> DefectsAsync(Engine engine, Action<IServiceCollection> mutate, Action<string>? waitingUsageOf = null, Action<string>? neighbour = null)
    {
        await using var host = new ApiHost(engine, services: mutate);
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
        var former = world.ExternalIdOf(archived);
        (await world.Api.PutAsync($"/v1/customers/{archived}", new { external_id = Ids.ExternalId() })).ShouldBe(HttpStatusCode.OK);
        await world.UsageAsync(former);
        await world.ArchiveAsync(archived);
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
}
