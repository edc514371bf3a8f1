namespace FlexPrice.Domain.Cascade;

/// <summary>What happens to how many rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Count">To how many rows; null where the number is not counted, because counting would cost more than the deletion.</param>
public sealed record RowEffect(string Table, RowEffectKind Kind, long? Count)
{
    /// <summary>Why the rows are kept, in one sentence; null when that needs no reason.</summary>
    public string? Ground { get; init; }

    /// <summary>Until when the last of them is kept; null for without end, and where nothing is kept.</summary>
    public DateTimeOffset? Until { get; init; }
}
