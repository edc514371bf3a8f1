using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletionPlan;

internal sealed class GetDeletionPlanHandler(CascadePlanner planner) : IQueryHandler<GetDeletionPlanQuery, Result<CascadePlan>>
{
    public Task<Result<CascadePlan>> HandleAsync(GetDeletionPlanQuery query, CancellationToken cancellationToken) =>
        planner.PlanAsync(new CascadeRequest(new CustomerReference(query.CustomerId), CascadeIntent.Delete, query.Choices), cancellationToken);
}
