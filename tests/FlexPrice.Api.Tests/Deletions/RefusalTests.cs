using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlexPrice.Api.Tests.Deletions;

public abstract partial class RefusalTests(ApiFixture fixture)
{
    private World World => fixture.World;

    [Fact]
    public async Task Refusal_WhenEverythingBlocks_ListsAllAtOnceAndTheirFixesMakeItDeletable()
    {
        var customer = await World.CustomerAsync();
        await World.SubscriptionAsync(customer);
        await World.SubscriptionAsync(customer, "paused");
        await World.SubscriptionAsync(await World.CustomerAsync(), payer: customer);
        await World.WalletAsync(customer);
        await World.WalletAsync(customer, "frozen", "5", "eur");
        await World.UsageAsync(World.ExternalIdOf(customer));
        await World.CustomerAsync(await World.CustomerAsync(customer));
        World.Hold(customer);

        var refused = await CommandEffect.RefusedAsync(World, customer);

        refused.Message.ShouldBe("Please cancel all subscriptions before deleting the customer");
        refused.Blockers.Select(blocker => $"{blocker["edge"]} {blocker["count"]}").ShouldBe(["subscriptions 2", "subscriptions 1", "wallets 2", "child_customers 1", "legal_hold 1"]);
        var plan = await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan");
        plan.Body["deletable"]!.GetValue<bool>().ShouldBeFalse();
        JsonNode.DeepEquals(plan.Body["blockers"], refused.Details["blockers"]).ShouldBeTrue("Plan and refusal say the same");
        foreach (var blocker in refused.Blockers)
        {
            await FollowAsync(blocker);
        }

        await CommandEffect.DeletedAsync(World, customer);
    }

    [Theory]
    [InlineData("wallets", "Customer cannot be deleted due to associated wallets")]
    [InlineData("wallets,child_customers,legal_hold,payer", "Customer cannot be deleted due to associated wallets")]
    [InlineData("child_customers,legal_hold", "The customer has child customers")]
    [InlineData("payer,child_customers", "The customer pays for subscriptions of other customers")]
    public async Task Refusal_WhenSeveralThingsBlock_TakesFlexPricesMessageFirst(string what, string message)
    {
        var customer = await World.CustomerAsync();
        if (what.Contains("wallets", StringComparison.Ordinal))
        {
            await World.WalletAsync(customer);
        }

        if (what.Contains("child_customers", StringComparison.Ordinal))
        {
            await World.CustomerAsync(customer);
        }

        if (what.Contains("payer", StringComparison.Ordinal))
        {
            await World.SubscriptionAsync(await World.CustomerAsync(), payer: customer);
        }

        if (what.Contains("legal_hold", StringComparison.Ordinal))
        {
            World.Hold(customer);
        }

        (await CommandEffect.RefusedAsync(World, customer)).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Refusal_WhenManyThingsBlock_CountsAllAndNamesTheFirstIds()
    {
        var customer = await World.CustomerAsync();
        for (var i = 0; i < 25; i++)
        {
            await World.SubscriptionAsync(customer, lineItems: 0);
        }

        var blocker = (await CommandEffect.RefusedAsync(World, customer)).Blockers.ShouldHaveSingleItem();

        blocker["count"]!.GetValue<int>().ShouldBe(25);
        blocker["ids"]!.AsArray().Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("?wallet=forfeit", "wallet")]
    [InlineData("?dry_run=true", "dry_run")]
    [InlineData("?Wallets=forfeit", "Wallets")]
    [InlineData("?wallets=burn", "wallets")]
    [InlineData("?wallets=", "wallets")]
    [InlineData("?wallets=Forfeit", "wallets")]
    [InlineData("?wallets=forfeit&wallets=block", "wallets")]
    [InlineData("?subscriptions=end_with_period", "subscriptions")]
    [InlineData("?legal_hold=ignore", "legal_hold")]
    [InlineData("?plan_digest=sha256:abc", "plan_digest")]
    public async Task Choice_WhenItIsUnknown_IsRefusedByNameAndChangesNothing(string query, string named)
    {
        var customer = await World.CustomerAsync();
        var before = World.Database.Dump();

        var refused = await World.Api.DeleteAsync($"/v1/customers/{customer}{query}");

        refused.ShouldNameField(named);
        if (named is "wallets" && !query.Contains('&', StringComparison.Ordinal))
        {
            refused.Details["wallets"]!.GetValue<string>().ShouldContain("block, forfeit");
        }

        if (named is not "plan_digest")
        {
            (await World.Api.GetAsync($"/v1/customers/{customer}/deletion-plan{query}")).ShouldNameField(named);
        }

        World.Database.Dump().ShouldEqual(before);
    }

    // Follows the fix word by word, for every id that the blocker names.
    private async Task FollowAsync(JsonObject blocker)
    {
        var fix = blocker["fix"]!.GetValue<string>();
        var ids = blocker["ids"]!.AsArray().Select(id => id!.GetValue<string>());
        if (fix.StartsWith("Wait until whoever placed the hold releases it", StringComparison.Ordinal))
        {
            foreach (var hold in ids)
            {
                World.Database.Execute("UPDATE legal_holds SET released_at = @now WHERE id = @id", ("@id", hold), ("@now", fixture.Host.Now()));
            }

            return;
        }

        var call = Call().Match(fix);
        call.Success.ShouldBeTrue($"The fix names no call: {fix}");
        foreach (var id in ids)
        {
            var path = call.Groups["path"].Value.Replace("{id}", id, StringComparison.Ordinal);
            var body = call.Groups["body"].Value.Replace("cust_…", "", StringComparison.Ordinal);
            var answer = await World.Api.SendAsync(new HttpMethod(call.Groups["method"].Value), path, body.Length == 0 ? null : new StringContent(body, null, "application/json"));
            answer.ShouldBe(HttpStatusCode.OK, fix);
        }
    }

    [GeneratedRegex("""(?<method>POST|PUT) (?<path>/v1/[^\s,;]+)( (?<body>\{"[^}]*\}))?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : RefusalTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : RefusalTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : RefusalTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
