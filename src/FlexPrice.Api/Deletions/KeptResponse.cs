namespace FlexPrice.Api.Deletions;

/// <summary>Rows that stay after a deletion.</summary>
/// <param name="Table">The table.</param>
/// <param name="Count">How many rows; null where that is not counted.</param>
/// <param name="Ground">Why they stay.</param>
/// <param name="Until">Until when; null for without end.</param>
internal sealed record KeptResponse(string Table, long? Count, string Ground, DateTimeOffset? Until);
