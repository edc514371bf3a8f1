using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Tests.Fakes;

/// <summary>Answers a written-down inventory and remembers what was applied.</summary>
internal sealed class RecordedCascadeStore : ICascadeStore
{
    public IList<FamilyMember> Family { get; } = [];

    /// <summary>The rows by the name of the inspection.</summary>
    public IDictionary<string, IReadOnlyList<InventoryRow>> Rows { get; } = new Dictionary<string, IReadOnlyList<InventoryRow>>(StringComparer.Ordinal);

    public IList<CascadeStatement> Inspected { get; } = [];

    public IList<CascadeStatement> Applied { get; } = [];

    public Task<IReadOnlyList<FamilyMember>> ReadFamilyAsync(CustomerId root, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FamilyMember>>([.. Family.Take(limit)]);

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
