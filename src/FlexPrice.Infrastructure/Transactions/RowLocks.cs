using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Transactions;

internal sealed class RowLocks(SqlRunner sql, IDatabaseDialect dialect, ICaller caller) : IRowLocks
{
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);

    public async Task LockFamiliesAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken)
    {
        if (OfFamilies(customers) is { } families)
        {
            await sql.QueryAllAsync(families.Queries, cancellationToken);
            families.LockedRoots();
        }
    }

    /// <summary>The lock of families, to be taken together with other queries; null where there is nothing to lock.</summary>
    public FamilyLock? OfFamilies(IReadOnlyCollection<CustomerId> customers) =>
        dialect.LocksRows && customers.Count > 0 ? new FamilyLock(Parameters(customers.Select(id => id.Value))) : null;

    public Task LockAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        TakeAsync("customers.lock", customers.Select(id => id.Value), cancellationToken);

    public Task HoldAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        TakeAsync("customers.hold", customers.Select(id => id.Value), cancellationToken);

    public async Task HoldByExternalIdAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        _held.UnionWith(await TakeAsync("customers.hold_by_external_id", externalIds.Select(hash => hash.Value), cancellationToken));

    public void RequireHeld(IReadOnlyCollection<CustomerId> customers)
    {
        if (dialect.LocksRows && !customers.All(customer => _held.Contains(customer.Value)))
        {
            throw new ExternalIdMovedException();
        }
    }

    public Task<bool> HoldExternalIdsAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        TakeExternalIdsAsync("external_ids.hold", externalIds, cancellationToken);

    public Task<bool> LockExternalIdsAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        TakeExternalIdsAsync("external_ids.lock", externalIds, cancellationToken);

    public Task HoldApiKeysAsync(CancellationToken cancellationToken) => TakeAsync("api_keys.hold", [], cancellationToken);

    public Task LockApiKeysAsync(CancellationToken cancellationToken) => TakeAsync("api_keys.lock", [], cancellationToken);

    public Task LockInvoiceCounterAsync(CancellationToken cancellationToken) => TakeAsync("invoice_counters.lock", [], cancellationToken);

    private async Task<bool> TakeExternalIdsAsync(string statement, IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken)
    {
        var isToLock = dialect.LocksRows && externalIds.Count > 0;
        if (isToLock)
        {
            await TakeAsync(statement, externalIds.Select(hash => hash.Value), cancellationToken);
        }

        return isToLock;
    }

    private async Task<IReadOnlyList<string>> TakeAsync(string statement, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        dialect.LocksRows ? await sql.QueryAsync(statement, Parameters(ids), reader => reader.GetString(0), cancellationToken) : [];

    private Dictionary<string, object?> Parameters(IEnumerable<string> ids) => new()
    {
        ["@tenant"] = caller.Scope.TenantId.Value,
        ["@environment"] = caller.Scope.EnvironmentId.Value,
        ["@ids"] = dialect.Ids(ids.Distinct(StringComparer.Ordinal)),
    };
}
