namespace FlexPrice.Domain.Primitives;

/// <summary>Something that happened. It carries ids and facts, never an entity and never personal data, so that it can be stored and sent as it is.</summary>
public interface IDomainEvent
{
    /// <summary>When it happened, UTC.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>The customer of the event: messages of one customer are handled in order. Null for events without a customer.</summary>
    string? OrderingKey { get; }
}
