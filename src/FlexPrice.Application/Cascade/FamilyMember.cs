using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>A customer in its family.</summary>
/// <param name="Id">The customer.</param>
/// <param name="ParentId">The customer above.</param>
/// <param name="Status">Whether the customer is in business.</param>
/// <param name="Depth">How far below the root; 0 for the root itself.</param>
public sealed record FamilyMember(CustomerId Id, CustomerId? ParentId, CustomerStatus Status, int Depth);
