namespace FlexPrice.Architecture.Tests;

/// <summary>Something that a rule does not hold for, and why. An exemption that nothing needs any more is a violation.</summary>
internal sealed record Exemption(string Of, string Reason);
