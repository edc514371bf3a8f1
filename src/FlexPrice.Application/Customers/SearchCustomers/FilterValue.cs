namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>The value of a condition; the one that fits the data type is set.</summary>
public sealed record FilterValue
{
    /// <summary>For data type string.</summary>
    public string? Text { get; init; }

    /// <summary>For data type number.</summary>
    public decimal? Number { get; init; }

    /// <summary>For data type date.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>For data type array.</summary>
    public IReadOnlyList<string>? Array { get; init; }
}
