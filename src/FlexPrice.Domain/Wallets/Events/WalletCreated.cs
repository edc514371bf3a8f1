using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets.Events;

/// <summary>A wallet was opened.</summary>
/// <param name="WalletId">The wallet.</param>
/// <param name="CustomerId">Whose it is.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WalletCreated(WalletId WalletId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
