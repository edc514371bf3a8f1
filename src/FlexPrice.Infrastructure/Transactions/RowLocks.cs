using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Transactions;

internal sealed class RowLocks(SqlRunner sql, IDatabaseDialect dialect, ICaller caller) : IRowLocks
{
    private readonly HashSet<string> _locked = new(StringComparer.Ordinal);

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

    public Task LockExclusiveAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        RunLockAsync("customers.lock", customers.Select(id => id.Value), cancellationToken);

    public Task LockSharedAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken) =>
        RunLockAsync("customers.hold", customers.Select(id => id.Value), cancellationToken);

    public async Task LockSharedByExternalIdAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        _locked.UnionWith(await RunLockAsync("customers.hold_by_external_id", externalIds.Select(hash => hash.Value), cancellationToken));

    public void RequireLocked(IReadOnlyCollection<CustomerId> customers)
    {
        if (dialect.LocksRows && !customers.All(customer => _locked.Contains(customer.Value)))
        {
            throw new ExternalIdReassignedException();
        }
    }

    public Task<bool> LockExternalIdsSharedAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        RunExternalIdLockAsync("external_ids.hold", externalIds, cancellationToken);

    public Task<bool> LockExternalIdsExclusiveAsync(IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken) =>
        RunExternalIdLockAsync("external_ids.lock", externalIds, cancellationToken);

    public Task LockApiKeysSharedAsync(CancellationToken cancellationToken) => RunLockAsync("api_keys.hold", [], cancellationToken);

    public Task LockApiKeysExclusiveAsync(CancellationToken cancellationToken) => RunLockAsync("api_keys.lock", [], cancellationToken);

    public Task LockInvoiceCounterAsync(CancellationToken cancellationToken) => RunLockAsync("invoice_counters.lock", [], cancellationToken);

    private async Task<bool> RunExternalIdLockAsync(string statement, IReadOnlyCollection<LookupHash> externalIds, CancellationToken cancellationToken)
    {
        var isToLock = dialect.LocksRows && externalIds.Count > 0;
        if (isToLock)
        {
            await RunLockAsync(statement, externalIds.Select(hash => hash.Value), cancellationToken);
        }

        return isToLock;
    }

    private async Task<IReadOnlyList<string>> RunLockAsync(string statement, IEnumerable<string> ids, CancellationToken cancellationToken) =>
        dialect.LocksRows ? await sql.QueryAsync(statement, Parameters(ids), reader => reader.GetString(0), cancellationToken) : [];

    private Dictionary<string, object?> Parameters(IEnumerable<string> ids) => new()
    {
        ["@tenant"] = caller.Scope.TenantId.Value,
        ["@environment"] = caller.Scope.EnvironmentId.Value,
        ["@ids"] = dialect.Ids(ids.Distinct(StringComparer.Ordinal)),
    };
}
