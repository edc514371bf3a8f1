namespace FlexPrice.Testing.Processes;

/// <summary>Another service of the company, which takes every message from the broker and knows a repetition by its id.</summary>
internal sealed class Subscriber(Consumer consumer)
{
    private readonly List<Message> _received = [];

    /// <summary>What it was told so far about every customer, each message once, in the order in which they first came.</summary>
    public async Task<ILookup<string, Message>> ReceivedAsync()
    {
        _received.AddRange(await consumer.DrainAsync());
        return _received.DistinctBy(message => message.Id).ToLookup(message => message.Subject, StringComparer.Ordinal);
    }
}
