using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>The data that the cascade needs for its decisions. It is read in one batch: every further query would hold the locks for another round trip.</summary>
/// <param name="Root">The customer.</param>
/// <param name="FamilyLimit">How many members of its family are read at most.</param>
/// <param name="FamiliesToLock">Whose families are locked before anything is read; none to read only.</param>
/// <param name="Inspections">The inventories of the customer alone.</param>
/// <param name="Allowance">The allowance that a deletion counts against; null when nothing is deleted.</param>
public sealed record SnapshotRequest(
    CustomerId Root,
    int FamilyLimit,
    IReadOnlyList<CustomerId> FamiliesToLock,
    IReadOnlyList<CascadeStatement> Inspections,
    DeletionAllowance? Allowance);
