using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Wire;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, empty when there are none.</param>
/// <param name="Pagination">The position of the page.</param>
internal sealed record ListResponse<T>(IReadOnlyList<T> Items, PaginationResponse Pagination)
{
    public static ListResponse<T> Of<TItem>(Page<TItem> page, Func<TItem, T> toResponse) =>
        new([.. page.Items.Select(toResponse)], PaginationResponse.Of(page.Total, page.Paging));
}
