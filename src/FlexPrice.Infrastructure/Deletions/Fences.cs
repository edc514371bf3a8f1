using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class Fences(FlexPriceDbContext context, SqlRunner sql, StatementQueue queue, IDatabaseDialect dialect, ICaller caller) : IFences
{
    public Task RaiseAsync(IReadOnlyDictionary<CustomerId, DeletionId> deletions, DateTimeOffset at, CancellationToken cancellationToken) => queue.RunAsync(
        new SqlCall("fences.raise", new Dictionary<string, object?>
        {
            ["@tenant"] = caller.Scope.TenantId.Value,
            ["@environment"] = caller.Scope.EnvironmentId.Value,
            ["@customers"] = dialect.Ids(deletions.Keys.Select(customer => customer.Value)),
            ["@records"] = dialect.Ids(deletions.Values.Select(deletion => deletion.Value)),
            ["@now"] = dialect.Time(at),
            ["@until"] = dialect.Time(at.AddYears(Fence.Years)),
        }),
        _ => { },
        cancellationToken);

    public async Task<IReadOnlySet<LookupHash>> ActiveAsync(IReadOnlyCollection<LookupHash> externalIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var wanted = externalIds.ToList();
        var standing = await context.Fences
            .Where(fence => wanted.Contains(fence.ExternalIdHash) && fence.ExpiresAt > at)
            .Select(fence => fence.ExternalIdHash)
            .ToListAsync(cancellationToken);
        return standing.ToHashSet();
    }

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
