using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Executes a plan.</summary>
public sealed class CascadeExecutor(
    CascadeEdges edges,
    IEnumerable<ICascadePreparation> preparations,
    ICascadeStore store,
    IUnitOfWork unitOfWork,
    IFailpoints failpoints)
{
    private static readonly Dictionary<CustomerId, DeletionId> NoDeletions = [];

    /// <summary>Executes a plan, edge by edge in the order of the cascade, and raises what the edges announce.</summary>
    /// <param name="plan">The plan, without blockers.</param>
    /// <param name="deletions">The record of every customer's deletion; null when the intent is not to delete.</param>
    /// <param name="change">Time and actor.</param>
    /// <param name="cancellationToken">Ends the work; everything is rolled back.</param>
    public async Task ExecuteAsync(CascadePlan plan, IReadOnlyDictionary<CustomerId, DeletionId>? deletions, Change change, CancellationToken cancellationToken)
    {
        foreach (var edge in edges.InOrder)
        {
            var decisions = plan.Decisions.Where(decision => decision.Context.Chosen.Edge == edge.Name).ToList();
            if (decisions.Count == 0)
            {
                continue;
            }

            using var applying = Phase.Begin(Phase.Apply, edge.Name);
            await PrepareAsync(edge, decisions, deletions, change, cancellationToken);
            var statements = edge.Apply(decisions).Select(statement => deletions is null ? statement : statement with { Deletions = deletions }).ToList();
            await store.ApplyAsync(statements, rows => unitOfWork.AfterCommit(() => FlexPriceTelemetry.CascadeRows.Add(rows, new("edge", edge.Name), new("action", decisions[0].Action))), cancellationToken);
            foreach (var happened in decisions.SelectMany(decision => edge.Announce(decision, deletions?[decision.CustomerId], change)))
            {
                unitOfWork.Raise(happened);
            }

            await failpoints.ReachAsync(Failpoint.EdgeApplied(edge.Name), cancellationToken);
        }
    }

    private async Task PrepareAsync(ICascadeEdge edge, IReadOnlyList<EdgeDecision> decisions, IReadOnlyDictionary<CustomerId, DeletionId>? deletions, Change change, CancellationToken cancellationToken)
    {
        foreach (var preparation in preparations.Where(candidate => candidate.Edge == edge.Name))
        {
            await preparation.PrepareAsync(decisions, deletions ?? NoDeletions, change, cancellationToken);
        }
    }
}
