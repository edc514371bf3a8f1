using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention.GetRetentionPolicy;

internal sealed class GetRetentionPolicyHandler(IReadRepository<RetentionPolicy> policies) : IQueryHandler<GetRetentionPolicyQuery, Result<RetentionPolicy>>
{
    public async Task<Result<RetentionPolicy>> HandleAsync(GetRetentionPolicyQuery query, CancellationToken cancellationToken) =>
        await policies.FirstOrDefaultAsync(new RetentionPolicyOfEnvironment(), cancellationToken) ?? RetentionPolicy.Undecided(default, default);
}
