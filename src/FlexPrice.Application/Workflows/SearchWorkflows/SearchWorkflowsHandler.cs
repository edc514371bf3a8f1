using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Workflows;

namespace FlexPrice.Application.Workflows.SearchWorkflows;

internal sealed class SearchWorkflowsHandler(IReadRepository<Workflow> workflows) : IQueryHandler<SearchWorkflowsQuery, Result<Page<Workflow>>>
{
    public async Task<Result<Page<Workflow>>> HandleAsync(SearchWorkflowsQuery query, CancellationToken cancellationToken)
    {
        var matching = new WorkflowsMatching(query);
        return new Page<Workflow>(
            await workflows.ListAsync(matching, cancellationToken),
            await workflows.CountAsync(matching, cancellationToken),
            query.Paging);
    }
}
