using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.Cascade;

/// <summary>
/// One kind of thing that hangs on a customer. <see cref="Inspect"/> names one query with the columns of <see cref="InventoryRow"/>,
/// <see cref="Decide"/> is a pure function over its rows, <see cref="Apply"/> names set-based statements. Its place in the order is in <see cref="CascadeOrder"/>.
/// </summary>
public interface ICascadeEdge
{
    /// <summary>The edge's name, which is also the query parameter that chooses its action.</summary>
    string Name { get; }

    /// <summary>Further query parameters that the edge understands.</summary>
    IReadOnlyList<string> Parameters => [];

    /// <summary>The edge's actions for an intent, the product's default first; none when the intent leaves the edge alone.</summary>
    EdgeActions ActionsFor(CascadeIntent intent);

    /// <summary>The query that takes the inventory.</summary>
    CascadeStatement Inspect(InspectionScope scope);

    /// <summary>Decides about one customer.</summary>
    EdgeDecision Decide(EdgeQuestion question);

    /// <summary>The statements that carry out decisions about customers, all with the same action and without blockers.</summary>
    IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions);

    /// <summary>What is announced once a decision is carried out.</summary>
    IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) => [];
}
