namespace FlexPrice.Api.Retention;

/// <summary>How long an environment keeps invoices of deleted customers; it holds for invoices that are finalized afterwards.</summary>
internal sealed record RetentionPolicyRequest
{
    /// <summary>Counted from the end of the calendar year in which an invoice is finalized.</summary>
    public int? Years { get; init; }
}
