namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>One kill and what became of the deletion.</summary>
/// <param name="Step">Where.</param>
/// <param name="Committed">Whether the customer was gone afterwards, with its record; otherwise it was whole.</param>
/// <param name="Answered">Whether the caller had been told 204 before.</param>
internal sealed record Hit(string Step, bool Committed, bool Answered);
