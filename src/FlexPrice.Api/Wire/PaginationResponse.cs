using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Wire;

/// <summary>The position of a page.</summary>
/// <param name="Limit">How many items a page has at most.</param>
/// <param name="Offset">The offset to use for the next page.</param>
/// <param name="Total">How many items there are on all pages.</param>
internal sealed record PaginationResponse(int Limit, long Offset, int Total)
{
    public static PaginationResponse Of(int total, Paging paging) => new(paging.EffectiveLimit, (long)paging.Offset + paging.EffectiveLimit, total);
}
