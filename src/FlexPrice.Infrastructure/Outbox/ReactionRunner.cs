using System.Collections.Concurrent;
using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>Runs the reaction of one row in a scope of its own, in the environment of the row and as the system.</summary>
internal sealed class ReactionRunner(IServiceScopeFactory scopes, ReactionCatalogue reactions, EventCatalogue events)
{
    private static readonly ConcurrentDictionary<Type, Call> Calls = new();

    public async Task RunAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var reaction = reactions.Find(message.Reaction) ?? throw new InvalidOperationException($"There is no reaction {message.Reaction}.");
        var happened = JsonSerializer.Deserialize(message.Payload, events.TypeOf(message.EventName), StoredJson.Options)!;
        var call = Calls.GetOrAdd(reaction.EventType, type => (Call)Activator.CreateInstance(typeof(Call<>).MakeGenericType(type))!);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().SetSystem(new EnvironmentScope(message.TenantId, message.EnvironmentId));
        scope.ServiceProvider.GetRequiredService<ChannelScope>().IsUnused = message.IsForNobody;
        await call.RunAsync(scope.ServiceProvider.GetRequiredService(reaction.ReactionType), happened, message.MessageId, cancellationToken);
    }

    private abstract class Call
    {
        public abstract Task RunAsync(object reaction, object happened, string messageId, CancellationToken cancellationToken);
    }

    private sealed class Call<TEvent> : Call
        where TEvent : IDomainEvent
    {
        public override Task RunAsync(object reaction, object happened, string messageId, CancellationToken cancellationToken) =>
            ((IReaction<TEvent>)reaction).ReactAsync((TEvent)happened, messageId, cancellationToken);
    }
}
