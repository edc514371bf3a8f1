using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Sample;

/// <summary>Two customers to try a deletion on.</summary>
/// <param name="Deletable">Has a child, a subscription, a wallet and usage; can be deleted with the right choices.</param>
/// <param name="Refused">Has a child, a subscription, a wallet, usage and a legal hold; a deletion is refused with its blockers.</param>
public sealed record SampleFamily(CustomerId Deletable, CustomerId Refused);
