using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>The customer that an action needs besides those it is about.</summary>
/// <param name="Id">The customer; null when the action needs nobody.</param>
public readonly record struct TargetCustomer(CustomerId? Id);
