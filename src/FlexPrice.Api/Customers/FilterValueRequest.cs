using FlexPrice.Application.Customers.SearchCustomers;

namespace FlexPrice.Api.Customers;

/// <summary>The value of a condition; the one that fits its data type is set.</summary>
internal sealed record FilterValueRequest
{
    public string? String { get; init; }

    public decimal? Number { get; init; }

    public bool? Boolean { get; init; }

    public DateTimeOffset? Date { get; init; }

    public IReadOnlyList<string>? Array { get; init; }

    public FilterValue ToValue() => new() { Text = String, Number = Number, Date = Date, Array = Array };
}
