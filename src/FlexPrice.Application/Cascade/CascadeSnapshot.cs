using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>What the cascade decides from.</summary>
/// <param name="Locked">Who is locked: the tops of the families; everybody where nobody need be locked.</param>
/// <param name="Family">The customer and everybody below it, the customer first, then by depth; empty when there is no such customer.</param>
/// <param name="Policy">The environment's policy, null when it decided nothing.</param>
/// <param name="RecentDeletions">How many deletions count against the allowance; none without one.</param>
/// <param name="Inventories">The rows of the inspections, in their order.</param>
public sealed record CascadeSnapshot(
    IReadOnlyCollection<CustomerId> Locked,
    IReadOnlyList<FamilyMember> Family,
    DeletionPolicy? Policy,
    RecentDeletions RecentDeletions,
    IReadOnlyList<IReadOnlyList<InventoryRow>> Inventories);
