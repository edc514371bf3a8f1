using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows;

/// <summary>The workflow with an id.</summary>
internal sealed class WorkflowById : Specification<Workflow>
{
    public WorkflowById(WorkflowId id) => Query.Where(workflow => workflow.Id == id);
}
