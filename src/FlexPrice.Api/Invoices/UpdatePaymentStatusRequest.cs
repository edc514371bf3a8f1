namespace FlexPrice.Api.Invoices;

/// <summary>What has come in for an invoice.</summary>
internal sealed record UpdatePaymentStatusRequest
{
    /// <summary>PENDING with a part, SUCCEEDED with all, OVERPAID with more, or FAILED.</summary>
    public string? PaymentStatus { get; init; }

    /// <summary>The total amount paid so far; absent for the amount that follows from the status.</summary>
    public decimal? Amount { get; init; }
}
