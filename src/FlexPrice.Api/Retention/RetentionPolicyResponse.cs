using FlexPrice.Domain.Retention;

namespace FlexPrice.Api.Retention;

/// <summary>How long an environment keeps invoices of deleted customers.</summary>
/// <param name="Years">Counted from the end of the calendar year in which an invoice is finalized.</param>
internal sealed record RetentionPolicyResponse(int Years)
{
    public static RetentionPolicyResponse Of(RetentionPolicy policy) => new(policy.Years);
}
