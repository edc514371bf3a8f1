using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlexPrice.Testing.Api;

internal static class ApiHostExtensions
{
    public static DateTimeOffset Now(this ApiHost host) => host.Clock.GetUtcNow();

    /// <summary>Sets how long a request may take from now on, and changes nothing else about it.</summary>
    public static void Limit(this ApiHost host, TimeSpan longest)
    {
        var options = host.Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;
        options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = longest, TimeoutStatusCode = options.DefaultPolicy!.TimeoutStatusCode };
    }

    /// <summary>The last row of the outbox, to ask what was announced after it.</summary>
    public static long OutboxMark(this ApiHost host) => (long?)host.Database.Scalar("SELECT max(sequence) FROM outbox_messages") ?? 0;

    /// <summary>The announcements since a mark, in order, each event once regardless of its number of reactions.</summary>
    public static IReadOnlyList<Announcement> AnnouncedSince(this ApiHost host, long mark) =>
    [
        .. host.Database.Rows("SELECT message_id, event_name, ordering_key, payload FROM outbox_messages WHERE sequence > @mark ORDER BY sequence", ("@mark", mark))
            .DistinctBy(row => row["message_id"])
            .Select(row => new Announcement((string)row["event_name"]!, (string?)row["ordering_key"], JsonNode.Parse((string)row["payload"]!)!.AsObject())),
    ];
}
