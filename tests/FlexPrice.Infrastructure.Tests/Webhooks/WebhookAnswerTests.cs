using System.Globalization;
using System.Net;
using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Webhooks;

/// <summary>What becomes of an event after each answer of the endpoint.</summary>
public abstract class WebhookAnswerTests : IAsyncLifetime
{
    private readonly Endpoint _endpoint = Endpoint.Start();
    private readonly Endpoint _elsewhere = Endpoint.Start();
    private Store _store = null!;
    private int _messages;

    // A file has no clock of its own.
    private DateTimeOffset Now => Engine.Of(this) is SqliteEngine ? _store.Clock.GetUtcNow() : DateTimeOffset.UtcNow;

    // Between the note and the look at it.
    private TimeSpan Passed => Engine.Of(this) is SqliteEngine ? TimeSpan.Zero : TimeSpan.FromSeconds(5);

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this), settings: ("Webhooks:Url", _endpoint.Url));

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _endpoint.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Fact]
    public async Task Event_WhenTheEndpointHasMoved_StaysAndGoesToNoOtherHost()
    {
        int[] redirects = [300, 301, 302, 303, 304, 305, 307, 308];
        foreach (var status in redirects)
        {
            (await DeliverAsync(response =>
            {
                response.StatusCode = status;
                response.Headers["Location"] = _elsewhere.Url;
            })).ShouldBe($"1|{nameof(WebhookRedirectedException)}", $"{status}");
        }

        _endpoint.Heard.ShouldBe(Enumerable.Range(1, redirects.Length).Select(number => $"POST msg_{number}"));
        _elsewhere.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_WhenTheEndpointRefusesIt_StaysAndWhenItTakesItIsDone()
    {
        foreach (var status in new[] { 400, 401, 404, 410, 429, 500, 503 })
        {
            (await DeliverAsync(response => response.StatusCode = status)).ShouldBe($"1|{nameof(WebhookRefusedException)}", $"{status}");
        }

        foreach (var status in new[] { 200, 202, 204 })
        {
            (await DeliverAsync(response => response.StatusCode = status)).ShouldBeNull($"{status}");
        }
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task Event_WhenTheEndpointAsksForTime_IsNotDueBefore(int status)
    {
        // The receiver's clock is wrong by a day: its date is compared with its own clock.
        var receivers = DateTimeOffset.UtcNow.AddDays(1);
        (string? RetryAfter, TimeSpan Least, TimeSpan Most)[] answers =
        [
            ("120", TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(132)),
            (Http(receivers.AddMinutes(10)), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11.1)),
            ("864000", TimeSpan.FromDays(1), TimeSpan.FromDays(1.1)),
            ("0", TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
            (Http(receivers.AddMinutes(-10)), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
            ("soon", TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
            (null, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
        ];
        foreach (var (retryAfter, least, most) in answers)
        {
            (await DeliverAsync(response =>
            {
                response.StatusCode = status;
                response.Headers["Date"] = Http(receivers);
                if (retryAfter is not null)
                {
                    response.Headers["Retry-After"] = retryAfter;
                }
            })).ShouldNotBeNull();

            var due = new DateTimeOffset((long)_store.Database.Scalar($"SELECT due_at FROM outbox_messages WHERE message_id = 'msg_{_messages}'")!, TimeSpan.Zero) - Now;
            due.ShouldBeInRange(least - Passed, most, $"Retry-After: {retryAfter}");
        }
    }

    private static string Http(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Has one event delivered to an endpoint that answers so.</summary>
    /// <returns>The attempts and the last failure of its row; null when the row was removed.</returns>
    private async Task<string?> DeliverAsync(Action<HttpListenerResponse> answer)
    {
        _endpoint.Answer = answer;
        var id = $"msg_{++_messages}";
        await using var request = _store.Request();
        request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Add(new OutboxMessage
        {
            TenantId = _store.Scope.TenantId,
            EnvironmentId = _store.Scope.EnvironmentId,
            MessageId = id,
            Reaction = "send_webhook_when_customer_created",
            Lane = ReactionLane.Outgoing,
            Line = "webhooks",
            OrderingKey = $"cust_{_messages}",
            EventName = "customer_created",
            Payload = $$"""{"customer_id":"cust_{{_messages}}","occurred_at":"2026-03-01T12:00:00Z"}""",
            OccurredAt = Store.Noon,
            DueAt = Store.Noon,
        });
        await request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().SaveChangesAsync();

        // On a server, rows that failed before may be due again by now.
        var claimed = await request.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(ReactionLane.Outgoing, 100, [], CancellationToken.None);
        await _store.Services.GetRequiredService<OutboxHandler>().HandleAsync(claimed.Single(message => message.MessageId == id), CancellationToken.None);
        return _store.Read($"SELECT attempts, last_error FROM outbox_messages WHERE message_id = '{id}'").SingleOrDefault();
    }

    public sealed class OnSqlite : WebhookAnswerTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : WebhookAnswerTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : WebhookAnswerTests, IOn<SqlServerEngine>;
}
