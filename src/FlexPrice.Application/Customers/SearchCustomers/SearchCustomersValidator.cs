using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Customers.SearchCustomers;

internal sealed class SearchCustomersValidator : AbstractValidator<SearchCustomersQuery>
{
    public SearchCustomersValidator()
    {
        RuleFor(query => query.Paging).Inline(new PagingValidator());
        RuleFor(query => query.Status).OneOf("status", [.. WireName.All<CustomerStatus>(), SearchCustomersQuery.Deleted]);
        RuleFor(query => query.Order).OneOf("order", "asc", "desc");
        RuleFor(query => query.Email).Must(email => email is null || email.Contains('@', StringComparison.Ordinal))
            .OverridePropertyName("email").WithMessage("email must be an e-mail address.");
        RuleFor(query => query.Email).Text("email", RequestLimits.Text);
        RuleFor(query => query.ExternalId).Text("external_id", RequestLimits.Text);
        RuleFor(query => query.Metadata).Metadata("metadata");
        RuleFor(query => query.CustomerIds).Ids("customer_ids");
        RuleFor(query => query.ExternalIds).Ids("external_ids");
        RuleFor(query => query.ParentCustomerIds).Ids("parent_customer_ids");
        RuleFor(query => query.Sort).AtMost(RequestLimits.SortKeys, "sort").DependentRules(() => RuleForEach(query => query.Sort)
            .Must(key => key is { Field: not null, Direction: null or "asc" or "desc" } && CustomerSearchFields.Names.Contains(key.Field, StringComparer.Ordinal))
            .WithMessage($"sort needs a field ({string.Join(", ", CustomerSearchFields.Names)}) and a direction (asc or desc).")
            .SetValidator(new SortKeyValidator())
            .OverridePropertyName("sort"));
        RuleFor(query => query.Filters).AtMost(RequestLimits.Filters, "filters").DependentRules(() => RuleForEach(query => query.Filters)
            .Must(IsKnown)
            .WithMessage($"filters need a field ({string.Join(", ", CustomerSearchFields.Names)}), an operator ({string.Join(", ", CustomerSearchFields.TextOperators)}; for dates {string.Join(", ", CustomerSearchFields.DateOperators)}) and a value that fits it (string, array or date).")
            .SetValidator(new FilterConditionValidator())
            .OverridePropertyName("filters"));
    }

    private static bool IsKnown(FilterCondition condition)
    {
        if (condition is not { Field: { } field, Operator: { } comparison, Value: { } value } || !CustomerSearchFields.Names.Contains(field, StringComparer.Ordinal))
        {
            return false;
        }

        if (CustomerSearchFields.IsDate(field))
        {
            return CustomerSearchFields.DateOperators.Contains(comparison, StringComparer.Ordinal) && value.Date is not null;
        }

        return CustomerSearchFields.TextOperators.Contains(comparison, StringComparer.Ordinal)
            && (comparison is "in" or "not_in" ? value.Array is not null : value.Text is not null);
    }
}
