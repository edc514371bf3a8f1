namespace FlexPrice.Api.Retention;

/// <summary>How long an environment retains invoices of deleted customers; applies to invoices that are finalized afterwards.</summary>
internal sealed record RetentionPolicyRequest
{
    /// <summary>Counted from the end of the calendar year in which an invoice is finalized.</summary>
    public int? Years { get; init; }
}
