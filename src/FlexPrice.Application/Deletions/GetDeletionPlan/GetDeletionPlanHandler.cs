using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletionPlan;

internal sealed class GetDeletionPlanHandler(CascadePlanner planner) : IQueryHandler<GetDeletionPlanQuery, Result<CascadePlan>>
{
    public Task<Result<CascadePlan>> HandleAsync(GetDeletionPlanQuery query, CancellationToken cancellationToken) =>
        planner.PlanAsync(new CascadeQuestion(new CustomerReference(query.CustomerId), CascadeIntent.Delete, query.Choices), cancellationToken);
}
