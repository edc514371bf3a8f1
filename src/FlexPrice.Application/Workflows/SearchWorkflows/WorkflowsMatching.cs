using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.SearchWorkflows;

/// <summary>Workflows that match a search, the newest first.</summary>
internal sealed class WorkflowsMatching : Specification<Workflow>
{
    public WorkflowsMatching(SearchWorkflowsQuery query)
    {
        if (!string.IsNullOrEmpty(query.WorkflowId))
        {
            var id = query.WorkflowId.Id<WorkflowId>();
            Query.Where(workflow => workflow.Id == id);
        }

        if (query.WorkflowType is { Length: > 0 } type)
        {
            Query.Where(workflow => workflow.WorkflowType == type);
        }

        if (query.WorkflowStatus is { } name && SearchWorkflowsValidator.StatusNamed(name) is { } status)
        {
            Query.Where(workflow => workflow.Status == status);
        }

        if (query.EntityId is { Length: > 0 } entityId)
        {
            var customer = entityId.Id<CustomerId>();
            Query.Where(workflow => workflow.CustomerId == customer);
        }

        Query.OrderByDescending(workflow => workflow.CreatedAt)
            .ThenByDescending(workflow => workflow.Id)
            .Skip(query.Paging.Offset)
            .Take(query.Paging.EffectiveLimit)
            .AsNoTracking();
    }
}
