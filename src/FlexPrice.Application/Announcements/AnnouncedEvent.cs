using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Announcements;

/// <summary>One line of <see cref="AnnouncedEvents"/>.</summary>
/// <param name="EventType">The event.</param>
/// <param name="Type">Its name on the wire.</param>
/// <param name="DataOf">Makes the data of the announcement.</param>
/// <param name="DeletionOf">The deletion that waits until it was announced, if any.</param>
internal sealed record AnnouncedEvent(Type EventType, string Type, Func<IDomainEvent, IReadOnlyDictionary<string, object?>> DataOf, Func<IDomainEvent, DeletionId?> DeletionOf)
{
    public static AnnouncedEvent Of<TEvent>(string type, Func<TEvent, IReadOnlyDictionary<string, object?>> dataOf, Func<TEvent, DeletionId?>? deletionOf = null)
        where TEvent : IDomainEvent =>
        new(typeof(TEvent), type, happened => dataOf((TEvent)happened), happened => deletionOf?.Invoke((TEvent)happened));

    /// <summary>The announcement of an event. Its ordering key is the customer: every channel keeps the order of one customer's events.</summary>
    public Announcement Announce(IDomainEvent happened) => new(
        Type,
        CustomerId.From(happened.OrderingKey ?? throw new InvalidOperationException($"{EventType.Name} concerns no customer, so it cannot be announced.")),
        happened.OccurredAt,
        DataOf(happened),
        DeletionOf(happened));
}
