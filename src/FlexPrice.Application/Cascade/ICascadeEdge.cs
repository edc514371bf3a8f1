using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>
/// One kind of dependent of a customer. <see cref="Inspect"/> names one query with the columns of <see cref="InventoryRow"/>,
/// <see cref="Decide"/> is a pure function over its rows, <see cref="Apply"/> names set-based statements. <see cref="CascadeOrder"/> has its position.
/// </summary>
public interface ICascadeEdge
{
    /// <summary>The edge's name, which is also the parameter that chooses its action.</summary>
    string Name { get; }

    /// <summary>Further parameters that the edge understands.</summary>
    IReadOnlyList<string> Parameters => [];

    /// <summary>The edge's actions for an intent, the product's default first; none when the intent leaves the edge alone.</summary>
    EdgeActions ActionsFor(CascadeIntent intent);

    /// <summary>The query that takes the inventory.</summary>
    CascadeStatement Inspect(InspectionScope scope);

    /// <summary>Decides about one customer.</summary>
    EdgeDecision Decide(EdgeContext question);

    /// <summary>The statements that carry out decisions about customers, all with the same action and without blockers.</summary>
    IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions);

    /// <summary>Whether an action brings the customers below along, so that every edge decides about them too. Default: no.</summary>
    bool BringsFamily(string action) => false;

    /// <summary>Other customers that an action changes. They are locked together, in the order of their ids.</summary>
    IEnumerable<CustomerId> AdditionalLocks(string action, IReadOnlyList<InventoryRow> rows) => [];

    /// <summary>Whether a row counts in the digest of a plan. Rows that come and go with usage do not. Default: yes.</summary>
    bool IsInDigest(InventoryRow row) => true;

    /// <summary>FlexPrice's own message for a blocker of this edge. It becomes the error's message even if other edges block too; null for none.</summary>
    string? LeadingMessage => null;

    /// <summary>What is announced once a decision is carried out.</summary>
    IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) => [];
}
