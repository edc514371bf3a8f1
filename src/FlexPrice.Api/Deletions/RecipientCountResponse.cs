using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>Recipients that must act before a deletion is completed.</summary>
/// <param name="Provider">The provider to notify, for example stripe; refund for money that must be paid back.</param>
/// <param name="Action">erase, notify or pay_out.</param>
/// <param name="Count">How many.</param>
internal sealed record RecipientCountResponse(string Provider, string Action, int Count)
{
    public static RecipientCountResponse Of(RecipientCount recipients) => new(recipients.Provider, WireName.Of(recipients.Action), recipients.Count);
}
