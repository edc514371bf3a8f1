using System.Linq.Expressions;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>The fields by which customers are searched and sorted.</summary>
internal static class CustomerSearchFields
{
    private static readonly Dictionary<string, Expression<Func<Customer, string>>> Texts = new(StringComparer.Ordinal)
    {
        ["external_id"] = customer => customer.ExternalId,
        ["name"] = customer => customer.Name,
        ["email"] = customer => customer.Email,
        ["contact"] = customer => customer.Contact ?? "",
        ["address_line1"] = customer => customer.Address.Line1,
        ["address_line2"] = customer => customer.Address.Line2,
        ["address_city"] = customer => customer.Address.City,
        ["address_state"] = customer => customer.Address.State,
        ["address_postal_code"] = customer => customer.Address.PostalCode,
        ["address_country"] = customer => customer.Address.Country,
        ["timezone"] = customer => customer.Timezone,
        ["created_by"] = customer => customer.CreatedBy,
        ["updated_by"] = customer => customer.UpdatedBy,
    };

    private static readonly Dictionary<string, Expression<Func<Customer, DateTimeOffset>>> Dates = new(StringComparer.Ordinal)
    {
        ["created_at"] = customer => customer.CreatedAt,
        ["updated_at"] = customer => customer.UpdatedAt,
    };

    public static IReadOnlyList<string> Names { get; } = ["id", "status", .. Texts.Keys, .. Dates.Keys];

    public static IReadOnlyList<string> TextOperators { get; } = ["eq", "contains", "not_contains", "in", "not_in"];

    public static IReadOnlyList<string> DateOperators { get; } = ["before", "after", "gt", "lt"];

    public static bool IsDate(string field) => Dates.ContainsKey(field);

    public static Expression<Func<Customer, object?>> Key(string field) => field switch
    {
        "id" => customer => customer.Id,
        "status" => customer => customer.Status,
        _ when Dates.TryGetValue(field, out var date) => Box(date),
        _ => Box(Texts[field]),
    };

    public static Expression<Func<Customer, bool>> Condition(FilterCondition condition)
    {
        var field = condition.Field!;
        if (Dates.TryGetValue(field, out var date))
        {
            var at = condition.Value!.Date!.Value;
            return condition.Operator is "before" or "lt"
                ? Compose(date, value => value < at)
                : Compose(date, value => value > at);
        }

        var texts = (condition.Value!.Array ?? [condition.Value.Text!]).Distinct(text => text);
        return field switch
        {
            "id" => Ids(texts, condition.Operator!),
            "status" => Statuses(texts, condition.Operator!),
            _ => Compose(Texts[field], Text(texts, condition.Operator!)),
        };
    }

    private static Expression<Func<string, bool>> Text(List<string> texts, string @operator)
    {
        var first = texts.Count > 0 ? texts[0] : "";
        var lower = first.ToLowerInvariant();
#pragma warning disable CA1862 // The database runs it: ToLower is translated to SQL, a StringComparison is not.
        return @operator switch
        {
            "eq" => value => value == first,
            "contains" => value => value.ToLower().Contains(lower),
            "not_contains" => value => !value.ToLower().Contains(lower),
            "in" => value => texts.Contains(value),
            _ => value => !texts.Contains(value),
        };
#pragma warning restore CA1862
    }

    private static Expression<Func<Customer, bool>> Ids(List<string> texts, string @operator)
    {
        var ids = texts.Ids<CustomerId>();
        return @operator is "not_in" or "not_contains" ? customer => !ids.Contains(customer.Id) : customer => ids.Contains(customer.Id);
    }

    private static Expression<Func<Customer, bool>> Statuses(List<string> texts, string @operator)
    {
        var statuses = texts.Where(WireName.All<CustomerStatus>().Contains).Distinct(WireName.Parse<CustomerStatus>);
        return @operator is "not_in" or "not_contains" ? customer => !statuses.Contains(customer.Status) : customer => statuses.Contains(customer.Status);
    }

    private static Expression<Func<Customer, object?>> Box<T>(Expression<Func<Customer, T>> key) =>
        Expression.Lambda<Func<Customer, object?>>(Expression.Convert(key.Body, typeof(object)), key.Parameters);

    private static Expression<Func<Customer, bool>> Compose<T>(Expression<Func<Customer, T>> field, Expression<Func<T, bool>> test) =>
        Expression.Lambda<Func<Customer, bool>>(new Replace(test.Parameters[0], field.Body).Visit(test.Body), field.Parameters);

    private sealed class Replace(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : base.VisitParameter(node);
    }
}
