namespace FlexPrice.Domain.Cascade;

/// <summary>How many recipients of one kind a deletion has.</summary>
/// <param name="Provider">The provider, for example <c>stripe</c>, or <c>refund</c>.</param>
/// <param name="Action">The action that they must take.</param>
/// <param name="Count">How many.</param>
public sealed record RecipientCount(string Provider, RecipientAction Action, int Count);
