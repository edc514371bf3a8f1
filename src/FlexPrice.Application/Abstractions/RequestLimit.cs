namespace FlexPrice.Application.Abstractions;

/// <summary>How often one key may call one process.</summary>
/// <param name="PerSecond">Requests a second on average, at least 1; null when there is no limit.</param>
/// <param name="Burst">Requests that may come at once after a pause, at least <paramref name="PerSecond"/>.</param>
public sealed record RequestLimit(int? PerSecond, int Burst);
