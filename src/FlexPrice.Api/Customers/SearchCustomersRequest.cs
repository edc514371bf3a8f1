using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.SearchCustomers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Customers;

/// <summary>Which customers to list. All conditions hold together.</summary>
internal sealed record SearchCustomersRequest : ICheckedRequest
{
    public int Limit { get; init; }

    public int Offset { get; init; }

    public string? Status { get; init; }

    public string? Order { get; init; }

    public string? Expand { get; init; }

    public IReadOnlyList<string>? CustomerIds { get; init; }

    public IReadOnlyList<string>? ExternalIds { get; init; }

    public string? ExternalId { get; init; }

    public string? Email { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    [FlexPriceExtension]
    public IReadOnlyList<string>? ParentCustomerIds { get; init; }

    public IReadOnlyList<FilterRequest>? Filters { get; init; }

    public IReadOnlyList<SortRequest>? Sort { get; init; }

    /// <summary>As in FlexPrice, checked and not applied to customers.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>As in FlexPrice, checked and not applied to customers.</summary>
    public DateTimeOffset? EndTime { get; init; }

    public Error? Check()
    {
        if (StartTime > EndTime)
        {
            return new Error(ErrorKind.Validation, RequestErrors.FilterMessage).With("end_time", "end_time must not be before start_time.");
        }

        return Expansion.Check(Expand);
    }

    public SearchCustomersQuery ToQuery() => new()
    {
        Paging = new Paging(Limit, Offset),
        Status = Status,
        Order = Order,
        CustomerIds = CustomerIds,
        ExternalIds = ExternalIds,
        ExternalId = ExternalId,
        Email = Email,
        Metadata = Metadata,
        ParentCustomerIds = ParentCustomerIds,
        Filters = Filters?.Select(filter => filter.ToCondition()).ToList(),
        Sort = Sort?.Select(key => new SortKey(key.Field, key.Direction)).ToList(),
    };
}
