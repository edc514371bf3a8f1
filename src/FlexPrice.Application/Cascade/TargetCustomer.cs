using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>Another customer that an action needs.</summary>
/// <param name="Id">The customer; null when the action needs none.</param>
public readonly record struct TargetCustomer(CustomerId? Id);
