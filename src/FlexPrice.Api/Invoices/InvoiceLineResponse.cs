using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;

namespace FlexPrice.Api.Invoices;

/// <summary>One line of an invoice: every key that FlexPrice's SDK declares, null for what this product does not have.</summary>
internal sealed record InvoiceLineResponse
{
    public required decimal Amount { get; init; }

    public object? CommitmentInfo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string Currency { get; init; }

    public required string? CustomerId { get; init; }

    public required string DisplayName { get; init; }

    public string? EntityId { get; init; }

    public string? EntityType { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public required string InvoiceId { get; init; }

    public string? InvoiceLevelDiscount { get; init; }

    public string? LineItemDiscount { get; init; }

    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public string? MeterDisplayName { get; init; }

    public string? MeterId { get; init; }

    public required DateTimeOffset? PeriodEnd { get; init; }

    public required DateTimeOffset? PeriodStart { get; init; }

    public string? PlanDisplayName { get; init; }

    public string? PrepaidCreditsApplied { get; init; }

    public required string? PriceId { get; init; }

    public string? PriceType { get; init; }

    public string? PriceUnit { get; init; }

    public string? PriceUnitAmount { get; init; }

    public string? PriceUnitId { get; init; }

    public required decimal Quantity { get; init; }

    public required string Status { get; init; }

    public required string? SubscriptionId { get; init; }

    public required string TenantId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public required IReadOnlyList<object> UsageAnalytics { get; init; }

    public required IReadOnlyList<object> UsageBreakdown { get; init; }

    public static InvoiceLineResponse Of(Invoice invoice, DocumentLine line) => new()
    {
        Amount = line.Amount,
        CreatedAt = invoice.CreatedAt,
        CreatedBy = invoice.CreatedBy,
        Currency = invoice.Currency,
        CustomerId = invoice.CustomerId?.Value,
        DisplayName = line.DisplayName,
        EnvironmentId = invoice.EnvironmentId.Value,
        Id = line.Id.Value,
        InvoiceId = invoice.Id.Value,
        Metadata = line.Metadata,
        PeriodEnd = line.PeriodEnd,
        PeriodStart = line.PeriodStart,
        PriceId = line.PriceId,
        Quantity = line.Quantity,
        Status = "published",
        SubscriptionId = invoice.SubscriptionId?.Value,
        TenantId = invoice.TenantId.Value,
        UpdatedAt = invoice.UpdatedAt,
        UpdatedBy = invoice.UpdatedBy,
        UsageAnalytics = [],
        UsageBreakdown = [],
    };
}
