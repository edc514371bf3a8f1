using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets.Events;

/// <summary>A wallet was closed. What was left in it is forfeited, or owed when the customer was deleted with a refund.</summary>
/// <param name="WalletId">The wallet.</param>
/// <param name="CustomerId">Whose it was.</param>
/// <param name="OccurredAt">When.</param>
public sealed record WalletTerminated(WalletId WalletId, CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent
{
    /// <inheritdoc />
    public string? OrderingKey => CustomerId.Value;
}
