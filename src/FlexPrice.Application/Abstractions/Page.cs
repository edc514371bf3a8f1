namespace FlexPrice.Application.Abstractions;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of the page.</param>
/// <param name="Total">How many items there are on all pages.</param>
/// <param name="Paging">Which page it is.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, Paging Paging);
