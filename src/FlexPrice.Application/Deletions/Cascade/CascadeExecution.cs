using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.Cascade;

/// <summary>The decision that waits for a handler to carry it out. One per request.</summary>
public sealed class CascadeExecution(
    CascadeEdges edges,
    IEnumerable<ICascadePreparation> preparations,
    ICascadeStore store,
    IUnitOfWork unitOfWork,
    IFailpoints failpoints)
{
    private static readonly Dictionary<CustomerId, DeletionId> NoDeletions = [];

    private CascadePlan? _plan;

    /// <summary>What was decided. Refused (exception) when the command went through no cascade.</summary>
    public CascadePlan Plan => _plan ?? throw new InvalidOperationException("Nothing was decided: the command asks nothing of the cascade.");

    /// <summary>Carries out what was decided, edge by edge in the order of the cascade, and raises what the edges announce.</summary>
    /// <param name="deletions">The record of every customer's deletion; null when the intent is not to delete.</param>
    /// <param name="change">When and by whom.</param>
    /// <param name="cancellationToken">Ends the work; everything is rolled back.</param>
    public async Task ExecuteAsync(IReadOnlyDictionary<CustomerId, DeletionId>? deletions, Change change, CancellationToken cancellationToken)
    {
        foreach (var edge in edges.InOrder)
        {
            var decisions = Plan.Decisions.Where(decision => decision.Question.Chosen.Edge == edge.Name).ToList();
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

    internal void Decide(CascadePlan plan) => _plan = plan;

    private async Task PrepareAsync(ICascadeEdge edge, IReadOnlyList<EdgeDecision> decisions, IReadOnlyDictionary<CustomerId, DeletionId>? deletions, Change change, CancellationToken cancellationToken)
    {
        foreach (var preparation in preparations.Where(candidate => candidate.Edge == edge.Name))
        {
            await preparation.PrepareAsync(decisions, deletions ?? NoDeletions, change, cancellationToken);
        }
    }
}
