using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Workflows;

/// <summary>The customer's workflows. <c>stop</c> announces that the running ones are to stop; <c>block</c> waits for them.</summary>
internal sealed class WorkflowsEdge : ICascadeEdge
{
    private const string Stop = "stop";
    private const string Block = "block";
    private static readonly string Running = StoredName.Of(WorkflowStatus.Running);

    public string Name => "workflows";

    public EdgeActions ActionsFor(CascadeIntent intent) => new(Name, intent == CascadeIntent.Delete ? [Stop, Block] : []);

    public CascadeStatement Inspect(InspectionScope scope) => new("workflows.inspect", scope.Customers);

    public EdgeDecision Decide(EdgeContext context)
    {
        var running = context.Rows.Where(row => row.State == Running).Select(row => row.Id).ToList();
        return new EdgeDecision
        {
            Context = context,
            Count = context.Rows.Count,
            Blockers = context.Chosen.Action == Block && running.Count > 0
                ? [new Blocker(Name, running.Count, "The customer has running workflows", Fix(context.Policy), [.. running.Take(Blocker.MaximumIds)])]
                : [],
            Effects = [new RowEffect("workflows", RowEffectKind.Deleted, context.Rows.Count)],
        };
    }

    public IReadOnlyList<CascadeStatement> Apply(IReadOnlyList<EdgeDecision> decisions) =>
    [
        new CascadeStatement("workflows.delete", [.. decisions.Select(decision => decision.CustomerId)])
        {
            ExpectedRows = decisions.Sum(decision => decision.Context.Rows.Count),
        },
    ];

    public IEnumerable<IDomainEvent> Announce(EdgeDecision decision, DeletionId? deletion, Change change) =>
        decision.Context.Rows
            .Where(row => row.State == Running)
            .Select(row => new WorkflowStopped(WorkflowId.From(row.Id), decision.CustomerId, change.At));

    private static Hint Fix(EdgePolicy policy) => $"Stop each with {Operation.StopWorkflow}{policy.OrChoose(Stop)}.";
}
