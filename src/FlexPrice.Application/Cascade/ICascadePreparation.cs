using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Work of an edge that aggregates must decide one by one, such as giving an invoice its number, or sealing what must not be stored in clear. Runs before the edge's statements and is written before them.</summary>
public interface ICascadePreparation
{
    /// <summary>The edge that needs it.</summary>
    string Edge { get; }

    /// <summary>Does the work for the decisions that need it.</summary>
    /// <param name="decisions">What the edge decided about every customer.</param>
    /// <param name="records">The record of every customer's deletion, which is added already; empty when the intent is not to delete.</param>
    /// <param name="change">Time and actor.</param>
    /// <param name="cancellationToken">Ends the work; everything is rolled back.</param>
    Task PrepareAsync(IReadOnlyList<EdgeDecision> decisions, IReadOnlyDictionary<CustomerId, DeletionId> records, Change change, CancellationToken cancellationToken);
}
