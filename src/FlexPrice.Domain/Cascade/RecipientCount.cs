namespace FlexPrice.Domain.Cascade;

/// <summary>How many recipients of one kind a deletion has.</summary>
/// <param name="Provider">Whom it tells, for example <c>stripe</c> or <c>refund</c>.</param>
/// <param name="Action">What they are asked to do.</param>
/// <param name="Count">How many.</param>
public sealed record RecipientCount(string Provider, RecipientAction Action, int Count);
