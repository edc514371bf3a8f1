using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.SearchWorkflows;

/// <summary>Workflows that a search asks for, the newest first.</summary>
internal sealed class WorkflowsMatching : Specification<Workflow>
{
    internal const string Entity = "customer";

    public WorkflowsMatching(SearchWorkflowsQuery query)
    {
        if (!string.IsNullOrEmpty(query.WorkflowId))
        {
            var id = WorkflowId.From(query.WorkflowId);
            Query.Where(workflow => workflow.Id == id);
        }

        if (query.WorkflowType is { Length: > 0 } type)
        {
            Query.Where(workflow => workflow.WorkflowType == type);
        }

        if (query.WorkflowStatus is { } name && SearchWorkflowsValidator.States.TryGetValue(name, out var status))
        {
            Query.Where(workflow => workflow.Status == status);
        }

        if (!string.IsNullOrEmpty(query.EntityId) || query.Entity is not (null or "" or Entity))
        {
            // Another kind of entity and an id of another kind belong to nobody.
            var known = query.Entity is null or "" or Entity && TypedId.TryParse<CustomerId>(query.EntityId, out _);
            var customer = CustomerId.From(known ? query.EntityId! : "");
            Query.Where(workflow => workflow.CustomerId == customer);
        }

        Query.OrderByDescending(workflow => workflow.CreatedAt)
            .OrderByDescending(workflow => workflow.Id)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }
}
