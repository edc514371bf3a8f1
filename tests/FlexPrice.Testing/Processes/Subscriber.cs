namespace FlexPrice.Testing.Processes;

/// <summary>Another service of the company, which takes every message from the broker and knows a repetition by its id.</summary>
internal sealed class Subscriber(Consumer consumer)
{
    private readonly List<Message> _received = [];

    /// <summary>The messages received so far about every customer, each once, in the order of their first arrival.</summary>
    public async Task<ILookup<string, Message>> ReceivedAsync()
    {
        _received.AddRange(await consumer.DrainAsync());
        return _received.DistinctBy(message => message.Id).ToLookup(message => message.Subject, StringComparer.Ordinal);
    }
}
