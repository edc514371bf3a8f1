namespace FlexPrice.Architecture.Tests.Samples.Messages;

/// <summary>Wrong: its name has no limit.</summary>
public sealed record BoundlessPart(string? LongName);
