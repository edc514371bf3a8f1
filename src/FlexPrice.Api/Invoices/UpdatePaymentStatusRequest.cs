namespace FlexPrice.Api.Invoices;

/// <summary>What has come in for an invoice.</summary>
internal sealed record UpdatePaymentStatusRequest
{
    /// <summary>PENDING with a part, SUCCEEDED with all, OVERPAID with more, or FAILED.</summary>
    public string? PaymentStatus { get; init; }

    /// <summary>What was paid so far altogether; absent for what the status says.</summary>
    public decimal? Amount { get; init; }
}
