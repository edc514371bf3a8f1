using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>What the cascade wants to know before it decides. All of it is asked at once: every further question would keep the locks for a round trip longer.</summary>
/// <param name="Root">The customer.</param>
/// <param name="FamilyLimit">How many members of its family are read at most.</param>
/// <param name="FamiliesToLock">Whose families are locked before anything is read; none to read only.</param>
/// <param name="Inspections">The inventories of the customer alone.</param>
/// <param name="Allowance">Under which allowance a deletion is asked for; null when nothing is deleted.</param>
public sealed record SnapshotRequest(
    CustomerId Root,
    int FamilyLimit,
    IReadOnlyList<CustomerId> FamiliesToLock,
    IReadOnlyList<CascadeStatement> Inspections,
    DeletionAllowance? Allowance);
