namespace FlexPrice.Application.Abstractions;

/// <summary>How many failed authentications one process answers before it tells callers to wait.</summary>
/// <param name="PerSecond">In all, a second on average, at least 1; null when there is no limit.</param>
/// <param name="PerSecondAndAddress">From one address, a second on average, at least 1; null when there is no limit.</param>
public sealed record FailureLimit(int? PerSecond, int? PerSecondAndAddress);
