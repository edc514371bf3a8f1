using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>The cascade that a command needs.</summary>
/// <param name="Customer">The customer of the cascade.</param>
/// <param name="Intent">Why.</param>
/// <param name="Choices">What the request chose: parameters named like the edges, and the edges' own parameters.</param>
/// <param name="PlanDigest">The digest of the plan that the caller confirmed, null when none.</param>
public sealed record CascadeRequest(
    CustomerReference Customer,
    CascadeIntent Intent,
    IReadOnlyDictionary<string, string> Choices,
    string? PlanDigest = null)
{
    /// <summary>The parameter that confirms a plan.</summary>
    public const string PlanDigestParameter = "plan_digest";

    /// <summary>The new parent that the command also gives the customer, if any. It must be known before any customer is locked, because families are locked first.</summary>
    internal CustomerReference? NewParent { get; init; }

    /// <summary>Whether the request accepts <see cref="PlanDigestParameter"/>. Not part of the request: it is the same for all requests of a kind.</summary>
    internal bool TakesPlanDigest { get; init; }
}
