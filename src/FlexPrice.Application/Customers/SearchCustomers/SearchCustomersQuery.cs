using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>Lists customers. All conditions hold together; without a status only published customers are listed.</summary>
[RequiresPermission(Permission.CustomerRead)]
public sealed record SearchCustomersQuery : IQuery<Result<Page<Customer>>>
{
    /// <summary>The status that matches no customer: a deleted customer has no row.</summary>
    public const string Deleted = "deleted";

    /// <summary>Which page.</summary>
    public Paging Paging { get; init; } = new(0, 0);

    /// <summary><c>published</c> (default), <c>archived</c> or <c>deleted</c>, which matches no customer.</summary>
    public string? Status { get; init; }

    /// <summary><c>asc</c> or <c>desc</c> (default) by creation time.</summary>
    public string? Order { get; init; }

    /// <summary>Our ids.</summary>
    public IReadOnlyList<string>? CustomerIds { get; init; }

    /// <summary>The tenant's ids.</summary>
    public IReadOnlyList<string>? ExternalIds { get; init; }

    /// <summary>The tenant's id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The exact e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Pairs that the customer's metadata contain.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Our ids of the customers above.</summary>
    public IReadOnlyList<string>? ParentCustomerIds { get; init; }

    /// <summary>FlexPrice's filter conditions.</summary>
    public IReadOnlyList<FilterCondition>? Filters { get; init; }

    /// <summary>FlexPrice's sort keys.</summary>
    public IReadOnlyList<SortKey>? Sort { get; init; }
}
