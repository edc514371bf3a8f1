namespace FlexPrice.Domain.Primitives;

/// <summary>Collects what happened to it until the unit of work takes it.</summary>
public interface IHasDomainEvents
{
    /// <summary>Hands over the events in the order they were raised and forgets them.</summary>
    IReadOnlyList<IDomainEvent> TakeEvents();
}
