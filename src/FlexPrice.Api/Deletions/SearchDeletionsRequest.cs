using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.SearchDeletions;

namespace FlexPrice.Api.Deletions;

/// <summary>Which deletions to list.</summary>
internal sealed record SearchDeletionsRequest
{
    public string? CustomerId { get; init; }

    /// <summary>cleaning, telling, verifying, completed or failed_verification.</summary>
    public string? State { get; init; }

    public int Limit { get; init; }

    public int Offset { get; init; }

    public SearchDeletionsQuery ToQuery() => new(CustomerId, State, new Paging(Limit, Offset));
}
