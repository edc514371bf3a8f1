namespace FlexPrice.Api.Tests.Broker;

/// <summary>A consumer that waits.</summary>
internal static class ConsumerExtensions
{
    /// <summary>Takes out until there are enough.</summary>
    public static async Task<IReadOnlyList<Message>> TakeAsync(this Consumer consumer, int count, string what)
    {
        var messages = new List<Message>();
        return await Poll.UntilAsync(
            async () =>
            {
                messages.AddRange(await consumer.DrainAsync());
                return messages;
            },
            taken => taken.Count >= count,
            what);
    }
}
