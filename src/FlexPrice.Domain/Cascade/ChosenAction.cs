namespace FlexPrice.Domain.Cascade;

/// <summary>The action of an edge and who chose it.</summary>
/// <param name="Edge">The edge's name.</param>
/// <param name="Action">The action.</param>
/// <param name="Source">Who chose it.</param>
public sealed record ChosenAction(string Edge, string Action, ActionSource Source);
