using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletionPolicy;

internal sealed class GetDeletionPolicyHandler(IReadRepository<DeletionPolicy> policies, CascadeEdges edges)
    : IQueryHandler<GetDeletionPolicyQuery, Result<DeletionPolicyView>>
{
    public async Task<Result<DeletionPolicyView>> HandleAsync(GetDeletionPolicyQuery query, CancellationToken cancellationToken)
    {
        var policy = await policies.FirstOrDefaultAsync(new DeletionPolicyOfEnvironment(), cancellationToken) ?? DeletionPolicy.Undecided(default, default);
        var views = edges.ActionsFor(CascadeIntent.Delete)
            .Select(known => (Known: known, Policy: policy.For(known)))
            .Select(edge => new EdgePolicyView(edge.Known.Edge, edge.Policy.Default, edge.Policy.AllowedOverrides, edge.Known.Actions));
        return new DeletionPolicyView(policy.DeletionsPerHour, [.. views]);
    }
}
