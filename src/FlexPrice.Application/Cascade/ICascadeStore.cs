using FlexPrice.Application.Abstractions;

namespace FlexPrice.Application.Cascade;

/// <summary>Reads the inventory and applies decisions, in the running transaction and the caller's environment.</summary>
public interface ICascadeStore
{
    /// <summary>Locks, then reads what the cascade decides from.</summary>
    /// <exception cref="HierarchyChangedException">A family got another root while its lock was waited for.</exception>
    Task<CascadeSnapshot> ReadAsync(SnapshotRequest reading, CancellationToken cancellationToken);

    /// <summary>Runs inspections; every one answers rows of the same columns.</summary>
    /// <returns>The rows, in the order of the inspections.</returns>
    Task<IReadOnlyList<IReadOnlyList<InventoryRow>>> InspectAsync(IReadOnlyList<CascadeStatement> inspections, CancellationToken cancellationToken);

    /// <summary>
    /// Runs statements, at the latest at the commit of the unit of work, in their order and after all earlier additions and changes.
    /// One that changes another number of rows than decided ends the unit of work by a <see cref="CascadeMismatchException"/>.
    /// </summary>
    /// <param name="statements">What to run.</param>
    /// <param name="changed">Receives every statement with the number of rows that it has changed.</param>
    /// <param name="cancellationToken">Ends the work; everything is rolled back.</param>
    Task ApplyAsync(IReadOnlyList<CascadeStatement> statements, Action<long> changed, CancellationToken cancellationToken);
}
