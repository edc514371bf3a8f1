using System.Net;
using System.Text;
using FlexPrice.Application.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The content of the files while a recipient cannot be notified.</summary>
public abstract class ScrubTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?usage=erase")]
    public async Task Deletion_WhenTheEndpointIsDown_IsOutOfTheFilesWhileItTells(string choices)
    {
        var sender = Substitute.For<IWebhookSender>();
        sender.SendAsync("", "", default, "", default).ReturnsForAnyArgs(Task.FromException(new HttpRequestException()));
        await using var host = new ApiHost(Engine.Of(this), "all", services => services.AddSingleton(sender));
        var world = World.Of(host);
        var externalId = Ids.ExternalId("unmistakable");
        var customer = await world.CustomerAsync(externalId: externalId);
        await world.UsageAsync(externalId, 3);
        host.Database.Holds(Encoding.UTF8.GetBytes(externalId)).ShouldBeTrue();

        var deleted = (await world.Api.DeleteAsync($"/v1/customers/{customer}{choices}")).ShouldBe(HttpStatusCode.NoContent);

        var telling = await Poll.UntilAsync(
            () => world.Api.GetAsync($"/v1/deletions/{deleted.Headers["FlexPrice-Deletion-Id"]}"),
            answer => answer.Body["scrubbed_at"] is not null,
            "a scrub");
        telling.Body["state"]!.GetValue<string>().ShouldBe("telling");
        telling.Body["told_at"].ShouldBeNull();
        host.Database.Holds(Encoding.UTF8.GetBytes(externalId)).ShouldBeFalse();
    }

    [Fact]
    public async Task Readiness_WhenAReactionCountsAsGivenUp_IsDegradedAndHolds()
    {
        await using var host = new ApiHost(Engine.Of(this));
        var world = World.Of(host);
        await world.CustomerAsync();
        (await world.Api.GetAsync("/health/ready")).Text.ShouldBe("Healthy");

        host.Database.Execute("UPDATE outbox_messages SET given_up_at = @now", ("@now", host.Now()));

        // The answer before is remembered for a second.
        var ready = await Poll.UntilAsync(() => world.Api.GetAsync("/health/ready"), answer => answer.Text != "Healthy", "another answer");
        ready.ShouldBe(HttpStatusCode.OK).Text.ShouldBe("Degraded\n1 reactions count as given up.");
    }

    public sealed class OnSqlite : ScrubTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : ScrubTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : ScrubTests, IOn<SqlServerEngine>;
}
