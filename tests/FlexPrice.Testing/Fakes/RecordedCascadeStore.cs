using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Testing.Fakes;

/// <summary>Answers a written-down inventory and remembers what was applied.</summary>
internal sealed class RecordedCascadeStore : ICascadeStore
{
    public IList<FamilyMember> Family { get; } = [];

    /// <summary>The rows by the name of the inspection.</summary>
    public IDictionary<string, IReadOnlyList<InventoryRow>> Rows { get; } = new Dictionary<string, IReadOnlyList<InventoryRow>>(StringComparer.Ordinal);

    public Func<DeletionPolicy?> Policy { get; set; } = () => null;

    /// <summary>How many deletions count against an allowance.</summary>
    public Func<DeletionAllowance, RecentDeletions> Recent { get; set; } = _ => RecentDeletions.None;

    /// <summary>The customers that are locked with the families; all by default.</summary>
    public IReadOnlyList<CustomerId>? Locked { get; set; }

    /// <summary>Whose families were locked.</summary>
    public IReadOnlyList<CustomerId> FamiliesLocked { get; private set; } = [];

    public IList<CascadeStatement> Inspected { get; } = [];

    public IList<CascadeStatement> Applied { get; } = [];

    public async Task<CascadeSnapshot> ReadAsync(SnapshotRequest reading, CancellationToken cancellationToken)
    {
        FamiliesLocked = reading.FamiliesToLock;
        return new CascadeSnapshot(
            Locked ?? [.. Family.Select(member => member.Id)],
            [.. Family.Take(reading.FamilyLimit)],
            Policy(),
            reading.Allowance is { } allowance ? Recent(allowance) : RecentDeletions.None,
            await InspectAsync(reading.Inspections, cancellationToken));
    }

    public Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(IReadOnlyList<CascadeStatement> inspections, CancellationToken cancellationToken)
    {
        foreach (var inspection in inspections)
        {
            Inspected.Add(inspection);
        }

        return Task.FromResult<IReadOnlyList<IReadOnlyList<InventoryRow>>>(
        [
            .. inspections.Select(inspection => Rows.TryGetValue(inspection.Name, out var rows)
                ? [.. rows.Where(row => inspection.Customers.Contains(row.CustomerId))]
                : Array.Empty<InventoryRow>()),
        ]);
    }

    public Task ApplyAsync(IReadOnlyList<CascadeStatement> statements, Action<long> changed, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            Applied.Add(statement);
            changed(statement.ExpectedRows ?? 0);
        }

        return Task.CompletedTask;
    }
}
