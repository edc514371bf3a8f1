using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.GetWorkflow;

internal sealed class GetWorkflowHandler(IReadRepository<Workflow> workflows) : IQueryHandler<GetWorkflowQuery, Result<Workflow>>
{
    public async Task<Result<Workflow>> HandleAsync(GetWorkflowQuery query, CancellationToken cancellationToken) =>
        TypedId.TryParse<WorkflowId>(query.Id, out var id) && await workflows.FirstOrDefaultAsync(new WorkflowById(id), cancellationToken) is { } workflow
            ? workflow
            : WorkflowErrors.NotFound(query.Id);
}
