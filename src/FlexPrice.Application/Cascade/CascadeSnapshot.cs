using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>What the cascade decides from.</summary>
/// <param name="Locked">The locked customers: the roots of the families; all customers where the database needs no locks.</param>
/// <param name="Family">The customer and all its descendants, the customer first, then by depth; empty when the customer does not exist.</param>
/// <param name="Policy">The environment's policy, null when it decided nothing.</param>
/// <param name="RecentDeletions">How many deletions count against the allowance; none without one.</param>
/// <param name="Inventories">The rows of the inspections, in their order.</param>
public sealed record CascadeSnapshot(
    IReadOnlyCollection<CustomerId> Locked,
    IReadOnlyList<FamilyMember> Family,
    DeletionPolicy? Policy,
    RecentDeletions RecentDeletions,
    IReadOnlyList<IReadOnlyList<InventoryRow>> Inventories);
