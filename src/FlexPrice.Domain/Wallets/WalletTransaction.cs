using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Wallets;

/// <summary>One movement of a wallet. Part of the <see cref="Wallet"/> aggregate.</summary>
public sealed class WalletTransaction : IEnvironmentScoped
{
    private WalletTransaction()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The transaction's id.</summary>
    public WalletTransactionId Id { get; private set; }

    /// <summary>The wallet.</summary>
    public WalletId WalletId { get; private set; }

    /// <summary>The direction.</summary>
    public WalletTransactionType Type { get; private set; }

    /// <summary>How many credits moved, 0 or more.</summary>
    public decimal CreditAmount { get; private set; }

    /// <summary>The credits before.</summary>
    public decimal CreditBalanceBefore { get; private set; }

    /// <summary>The credits after.</summary>
    public decimal CreditBalanceAfter { get; private set; }

    /// <summary>Why, FlexPrice's <c>transaction_reason</c>, for example <c>WALLET_TERMINATION</c>.</summary>
    [NotPersonal("One of FlexPrice's reasons.")]
    public string Reason { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    internal static WalletTransaction Move(Wallet wallet, WalletTransactionId id, WalletTransactionType type, decimal credits, string reason, DateTimeOffset at) => new()
    {
        TenantId = wallet.TenantId,
        EnvironmentId = wallet.EnvironmentId,
        Id = id,
        WalletId = wallet.Id,
        Type = type,
        CreditAmount = credits,
        CreditBalanceBefore = wallet.CreditBalance,
        CreditBalanceAfter = wallet.CreditBalance + (type == WalletTransactionType.Credit ? credits : -credits),
        Reason = reason,
        CreatedAt = at,
    };
}
