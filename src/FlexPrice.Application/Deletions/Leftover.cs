namespace FlexPrice.Application.Deletions;

/// <summary>Rows that still refer to a deleted customer.</summary>
/// <param name="Table">The table that they are in.</param>
/// <param name="Rows">How many, 1 or more; a row that refers twice counts twice.</param>
public sealed record Leftover(string Table, long Rows);
