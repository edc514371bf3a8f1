using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.Cascade;

/// <summary>Work of an edge that aggregates must decide one by one, such as giving an invoice its number. Runs before the edge's statements and is written before them.</summary>
public interface ICascadePreparation
{
    /// <summary>The edge whose work it is.</summary>
    string Edge { get; }

    /// <summary>Does the work for the decisions that need it.</summary>
    /// <param name="decisions">What the edge decided about every customer.</param>
    /// <param name="change">When and by whom.</param>
    /// <param name="cancellationToken">Ends the work; everything is rolled back.</param>
    Task PrepareAsync(IReadOnlyList<EdgeDecision> decisions, Change change, CancellationToken cancellationToken);
}
