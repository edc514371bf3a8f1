namespace FlexPrice.Infrastructure.Processes;

/// <summary>A process that has given a sign of life lately.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Serves">The channels for which it reacts.</param>
/// <param name="Fingerprints">Keyed hashes by setting.</param>
internal sealed record RunningProcess(string Id, IReadOnlyList<string> Serves, IReadOnlyDictionary<string, string> Fingerprints);
