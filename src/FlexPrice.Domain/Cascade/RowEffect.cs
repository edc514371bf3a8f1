namespace FlexPrice.Domain.Cascade;

/// <summary>What happens to how many rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Count">To how many rows; null where the number is not counted, because counting would cost more than the deletion.</param>
public sealed record RowEffect(string Table, RowEffectKind Kind, long? Count)
{
    /// <summary>The ground for keeping the rows, in one sentence; null when none is needed.</summary>
    public string? Ground { get; init; }

    /// <summary>The end of the retention of the last of them; null for no end, and where nothing is retained.</summary>
    public DateTimeOffset? Until { get; init; }
}
