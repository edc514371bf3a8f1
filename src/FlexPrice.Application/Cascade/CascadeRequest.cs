using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>What a command asks of the cascade.</summary>
/// <param name="Customer">Whom it is about.</param>
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

    /// <summary>Whether the request takes <see cref="PlanDigestParameter"/> besides the choices. Not part of the request: it is the same for all of a kind.</summary>
    internal bool TakesPlanDigest { get; init; }
}
