namespace FlexPrice.Domain.Primitives;

/// <summary>What to do about a part of the request that is not one of its fields.</summary>
/// <param name="Part">The part.</param>
/// <param name="Text">What to do.</param>
public sealed record PartHint(CallPart Part, Hint Text);
