using System.Net;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Deletions;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The clock of the machine is set while a deletion is held, or what comes after it.</summary>
public abstract class MovedClockTests
{
    private readonly MovedClock _clock = new();
    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();

    [Theory]
    [InlineData(24)]
    [InlineData(-24)]
    public Task Deletion_WhenTheClockMovesBeforeItsCommit_IsDoneOnceAndCompleted(int hours) =>
        DeleteAsync(Failpoint.TransactionSaved, hours, async (world, _, deleting) =>
        {
            deleting.IsCompleted.ShouldBeFalse();
            world.Database.Count("deletions").ShouldBe(0, "it is not committed");
            await Task.CompletedTask;
        });

    [Theory]
    [InlineData(24)]
    [InlineData(-24)]
    public Task Deletion_WhenTheClockMovesWhileItsReactionsAreClaimed_IsDoneOnceAndCompleted(int hours) =>
        DeleteAsync(Failpoint.OutboxClaimed, hours, async (world, customer, deleting) =>
        {
            await deleting;
            world.Database.Count("outbox_messages", "lease_token IS NOT NULL AND ordering_key = @id", ("@id", customer)).ShouldBeGreaterThan(0, "a worker has claimed them");
        });

    private async Task DeleteAsync(string step, int hours, Func<World, string, Task, Task> checkHeldAsync)
    {
        var held = new HeldFailpoints(step);
        await using var host = new ApiHost(Engine.Of(this), "all", services => services.AddSingleton(_sender).AddSingleton<IFailpoints>(held), _clock);
        var world = World.Of(host);
        var externalId = Ids.ExternalId();
        var customer = await world.CustomerAsync(externalId: externalId);
        await world.UsageAsync(externalId);
        await EmptyOutboxAsync(world);

        held.HoldNext();
        var deleting = world.Api.DeleteAsync($"/v1/customers/{customer}?usage=erase");
        await held.ReachedAsync();
        await checkHeldAsync(world, customer, deleting);
        _clock.Move(TimeSpan.FromHours(hours));
        held.Release();

        var deletion = (await deleting).ShouldBe(HttpStatusCode.NoContent).Headers["FlexPrice-Deletion-Id"];
        (await world.CompletedAsync(deletion)).Body["state"]!.GetValue<string>().ShouldBe("completed");
        await EmptyOutboxAsync(world);
        await CheckDoneOnceAsync(world, customer, deletion);
        await CheckFenceAsync(world, externalId);
    }

    private async Task CheckDoneOnceAsync(World world, string customer, string deletion)
    {
        (await world.Api.GetAsync($"/v1/customers/{customer}")).ShouldBe(HttpStatusCode.NotFound).Details["deletion_id"]!.GetValue<string>().ShouldBe(deletion);
        world.Database.Count("deletions").ShouldBe(1);
        world.Database.Count("audit_entries", "subject_id = @id AND action = 'customer.deleted'", ("@id", customer)).ShouldBe(1);
        _sender.ReceivedCalls().Select(call => call.GetArguments()[1]).ShouldBe(["customer.created", "customer.deleted"]);
    }

    private static async Task CheckFenceAsync(World world, string externalId)
    {
        var deletedAt = (long)world.Database.Scalar("SELECT created_at FROM deletions")!;
        world.Database.Scalar("SELECT expires_at FROM fences").ShouldBe(new DateTime(deletedAt).AddYears(Fence.Years).Ticks);
        await world.UsageAsync(externalId);
        world.Database.Count("usage_events").ShouldBe(0, "what comes late for the deleted is not stored");
        await world.UsageAsync(Ids.ExternalId());
        world.Database.Count("usage_events").ShouldBe(1, "nobody else is kept out");
    }

    private static Task EmptyOutboxAsync(World world) =>
        Poll.UntilAsync(() => Task.FromResult(world.Database.Count("outbox_messages")), left => left == 0, "an empty outbox");

    public sealed class OnSqlite : MovedClockTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : MovedClockTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : MovedClockTests, IOn<SqlServerEngine>;
}
