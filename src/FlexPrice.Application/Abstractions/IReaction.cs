using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>
/// Reacts to a committed event, at least once, in order for one customer, on its own or in line with others (<see cref="OrderedWithAttribute"/>). It is named <c>{Effect}When{Event}</c>, lives with the feature that reacts,
/// and has its own outbox row, so that a failing reaction does not delay others. A channel reacts to <see cref="IDomainEvent"/>, is named <c>{Effect}</c>, and has one outbox row for each announced event.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IReaction<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Reacts. The same message may come again: the second time must change nothing.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="messageId">The id of the message, the same at every attempt.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task ReactAsync(TEvent happened, string messageId, CancellationToken cancellationToken);
}
