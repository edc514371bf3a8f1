using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class Fences(FlexPriceDbContext context, SqlRunner sql, StatementQueue queue, IDatabaseDialect dialect, ICaller caller) : IFences
{
    public Task RaiseAsync(IReadOnlyList<CustomerId> customers, DateTimeOffset at, CancellationToken cancellationToken) => queue.RunAsync(
        new SqlCall("fences.raise", new Dictionary<string, object?>
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@customers"] = dialect.Ids(customers.Select(customer => customer.Value)),
            ["@now"] = dialect.Time(at),
            ["@until"] = dialect.Time(at.AddYears(Fence.Years)),
        }),
        _ => { },
        cancellationToken);

    public Task<bool> StandsAsync(LookupHash externalId, DateTimeOffset at, CancellationToken cancellationToken) =>
        context.Fences.AnyAsync(fence => fence.ExternalIdHash == externalId && fence.ExpiresAt > at, cancellationToken);

    public Task<int> ForgetExpiredAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken) => sql.ExecuteAsync(
        "fences.forget_expired",
        new Dictionary<string, object?>
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@now"] = dialect.Time(at),
            ["@limit"] = limit,
        },
        cancellationToken);
}
