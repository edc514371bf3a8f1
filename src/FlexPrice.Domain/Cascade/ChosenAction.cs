namespace FlexPrice.Domain.Cascade;

/// <summary>The action of an edge and the source of the choice.</summary>
/// <param name="Edge">The edge's name.</param>
/// <param name="Action">The action.</param>
/// <param name="Source">The source of the choice.</param>
public sealed record ChosenAction(string Edge, string Action, ActionSource Source);
