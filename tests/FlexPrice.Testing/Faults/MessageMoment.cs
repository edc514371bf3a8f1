namespace FlexPrice.Testing.Faults;

/// <summary>Behind the commit: a message is sent to a broker that has stopped in its tracks, and waits for its confirmation.</summary>
internal sealed class MessageMoment(BrokerProcess broker, PostgreSqlDatabase database) : IMoment
{
    public Task HoldAsync() => broker.FreezeAsync();

    public async Task<bool> IsReachedAsync() =>
        await Task.Run(() => database.Count("outbox_messages", "lane = 'broker' AND leased_until > @now", ("@now", DateTimeOffset.UtcNow))) > 0;

    public async ValueTask DisposeAsync() => await broker.ThawAsync();
}
