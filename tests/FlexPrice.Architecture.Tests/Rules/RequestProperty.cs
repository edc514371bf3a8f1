using System.Reflection;
using System.Text.Json;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>A property of a request, or of what a request holds.</summary>
/// <param name="Request">The request.</param>
/// <param name="Path">The properties on the way, the last one itself included.</param>
internal sealed record RequestProperty(Type Request, IReadOnlyList<PropertyInfo> Path)
{
    // What is called otherwise on the wire.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["CustomerReference.Id"] = "customer_id",
        ["CustomerReference.ExternalId"] = "external_customer_id",
        ["FilterValue.Text"] = "string",
        ["ListIntegrationMappingsQuery.EntityIds"] = "entity_id",
        ["SearchInvoicesQuery.Statuses"] = "invoice_status",
        ["SearchInvoicesQuery.PaymentStatuses"] = "payment_status",
        ["SearchSubscriptionsQuery.Statuses"] = "subscription_status",
        ["SearchSubscriptionsQuery.BillingPeriods"] = "billing_period",
    };

    public Type Type => Path[^1].PropertyType;

    public string Name => $"{Request.Name}.{string.Join('.', Path.Select(property => property.Name))}";

    public IReadOnlyList<string> WireNames =>
        [Path[^1].Name == "Choices" ? "query" : Renamed.GetValueOrDefault($"{Path[^1].DeclaringType!.Name}.{Path[^1].Name}") ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(Path[^1].Name)];

    /// <summary>A request with this property and as few others as possible.</summary>
    public object RequestWith(object value)
    {
        var request = RequestGraph.Make(Request);
        Set(request, 0, value);
        return request;
    }

    private void Set(object holder, int depth, object value)
    {
        var property = Path[depth];
        if (depth == Path.Count - 1)
        {
            property.SetValue(holder, value);
            return;
        }

        var item = RequestGraph.ListOf(property.PropertyType);
        var held = RequestGraph.Make(item ?? property.PropertyType);
        Set(held, depth + 1, value);
        property.SetValue(holder, item is null ? held : RequestGraph.List(item, 1, () => held));
    }
}
