using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed class RowLocks(SqlRunner sql, IDatabaseDialect dialect, ICaller caller) : IRowLocks
{
    public async Task<IReadOnlyCollection<CustomerId>> LockFamiliesAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken)
    {
        if (!dialect.LocksRows || customers.Count == 0)
        {
            return [];
        }

        var parameters = Parameters(customers.Select(id => id.Value));
        var roots = await sql.QueryAllAsync([new SqlCall("customers.lock_roots", parameters), new SqlCall("customers.roots", parameters)], reader => reader.GetString(0), cancellationToken);

        // Whoever had the lock before may have placed the family under another root.
        return roots[0].ToHashSet(StringComparer.Ordinal).SetEquals(roots[1])
            ? [.. roots[0].Select(CustomerId.From)]
            : throw new FamilyMovedException();
    }

    public Task LockAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        TakeAsync("customers.lock", customers.Select(id => id.Value), cancellationToken);

    public Task HoldAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        TakeAsync("customers.hold", customers.Select(id => id.Value), cancellationToken);

    public Task HoldByExternalIdAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        TakeAsync("customers.hold_by_external_id", externalIds.Select(hash => hash.Value), cancellationToken);

    public Task LockInvoiceCounterAsync(CancellationToken cancellationToken) => TakeAsync("invoice_counters.lock", [], cancellationToken);

    private async Task TakeAsync(string statement, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        if (dialect.LocksRows)
        {
            await sql.QueryAsync(statement, Parameters(ids), reader => reader.GetString(0), cancellationToken);
        }
    }

    private Dictionary<string, object?> Parameters(IEnumerable<string> ids) => new()
    {
        ["@tenant"] = caller.Scope.TenantId.Value,
        ["@environment"] = caller.Scope.EnvironmentId.Value,
        ["@ids"] = dialect.Ids(ids.Distinct(StringComparer.Ordinal)),
    };
}
