using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;

namespace FlexPrice.Testing.Brokers;

/// <summary>Another service of the company: a durable queue of its own, bound to FlexPrice's exchange.</summary>
internal sealed class Consumer : IAsyncDisposable
{
    private readonly BrokerProcess _broker;
    private readonly string _queue;

    private Consumer(BrokerProcess broker, string queue)
    {
        _broker = broker;
        _queue = queue;
    }

    /// <summary>Declares and binds the queue. The exchange must be there: FlexPrice has connected once.</summary>
    public static async Task<Consumer> BindAsync(BrokerProcess broker, string pattern = "#", Dictionary<string, object?>? arguments = null)
    {
        var consumer = new Consumer(broker, $"service-{Guid.NewGuid():N}");
        await consumer.QueryAsync(async channel =>
        {
            await channel.QueueDeclareAsync(consumer._queue, durable: true, exclusive: false, autoDelete: false, arguments);
            await channel.QueueBindAsync(consumer._queue, "flexprice.events", pattern);
            return true;
        });
        return consumer;
    }

    /// <summary>Removes and returns all messages of a queue.</summary>
    public static async Task<IReadOnlyList<Message>> DrainAsync(BrokerProcess broker, string queue) => await new Consumer(broker, queue).DrainAsync();

    /// <summary>Takes a queue away from the exchange of its name.</summary>
    public static Task UnbindAsync(BrokerProcess broker, string queue) => new Consumer(broker, queue).QueryAsync(async channel =>
    {
        await channel.QueueUnbindAsync(queue, queue, routingKey: "");
        return true;
    });

    /// <summary>Everything that has come so far, in the order of the queue, taken out of it.</summary>
    public Task<IReadOnlyList<Message>> DrainAsync() => QueryAsync<IReadOnlyList<Message>>(async channel =>
    {
        var messages = new List<Message>();
        while (await channel.BasicGetAsync(_queue, autoAck: true) is { } got)
        {
            messages.Add(new Message(got.BasicProperties.ContentType, got.BasicProperties.Persistent, got.BasicProperties.MessageId, got.RoutingKey, JsonNode.Parse(Encoding.UTF8.GetString(got.Body.Span))!.AsObject()));
        }

        return messages;
    });

    public async ValueTask DisposeAsync() => await QueryAsync(channel => channel.QueueDeleteAsync(_queue));

    private async Task<T> QueryAsync<T>(Func<IChannel, Task<T>> ask)
    {
        await using var connection = await _broker.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await ask(channel);
    }
}
