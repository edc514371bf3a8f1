using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>One dependent of a customer. Ids, states and money; nothing personal.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">In which way it hangs there; the edge's own word.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">Its state.</param>
/// <param name="RelatedId">What else it refers to.</param>
/// <param name="Currency">The currency of <paramref name="Amount"/>.</param>
/// <param name="Amount">What it is worth.</param>
/// <param name="Count">How many parts it has.</param>
public sealed record InventoryRow(CustomerId CustomerId, string Kind, string Id, string State, string? RelatedId, string? Currency, decimal? Amount, long? Count)
{
    /// <summary>The end of its retention; null when it is not retained.</summary>
    public DateTimeOffset? Until { get; init; }
}
