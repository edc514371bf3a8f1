using FlexPrice.Domain.Access;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Domain.Deletions;

/// <summary>
/// A recipient must act before a deletion is completed: a provider that knows the customer too, or the payer of a refund. Part of the <see cref="Deletion"/> aggregate.
/// The edges of the cascade write the rows, in the deletion's transaction.
/// </summary>
public sealed class Recipient : IEnvironmentScoped
{
    /// <summary>The provider of refunds: money must be paid back.</summary>
    public const string RefundProvider = "refund";

    private Recipient()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The recipient's id.</summary>
    public RecipientId Id { get; private set; }

    /// <summary>The deletion.</summary>
    public DeletionId DeletionId { get; private set; }

    /// <summary>The provider, for example <c>stripe</c>, or <see cref="RefundProvider"/>.</summary>
    [NotPersonal("The name of a provider.")]
    public string Provider { get; private set; } = "";

    /// <summary>The action that the recipient must take.</summary>
    public RecipientAction WantedAction { get; private set; }

    /// <summary>How far it has come.</summary>
    public RecipientState State { get; private set; }

    /// <summary>The subject, AES-256-GCM under the recipient's own key; null once it is closed.</summary>
    [PersonalData(PersonalDataCategory.Identifier)]
    public byte[]? Sealed { get; private set; }

    /// <summary>The data key of <see cref="Sealed"/>, wrapped by the key ring; destroyed when the recipient is closed.</summary>
    [NotPersonal("An encrypted random key.")]
    public byte[]? WrappedKey { get; private set; }

    /// <summary>The money to pay back, in major units; null where there is none.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>ISO 4217 code of <see cref="Amount"/> in lower case.</summary>
    [NotPersonal("A currency.")]
    public string? Currency { get; private set; }

    /// <summary>How often it was tried to tell it.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it is tried next, UTC; null when that is not planned.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Which sort of failure the last attempt met.</summary>
    [NotPersonal("The name of a sort of failure.")]
    public string? LastErrorClass { get; private set; }

    /// <summary>How it is known that the recipient has acted, at most 1,000 characters.</summary>
    [NotPersonal("Evidence of the outcome, for example the number of a payment. It outlives the customer and must name nobody.")]
    public string? Evidence { get; private set; }

    /// <summary>Why it was waived, at most 1,000 characters.</summary>
    [NotPersonal("Evidence of the decision. It outlives the customer and must name nobody.")]
    public string? WaiveReason { get; private set; }

    /// <summary>When it became a recipient, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was closed, UTC; null while the deletion waits for it.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether the deletion waits for it.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>The id of the recipient that a wallet becomes. It carries on the wallet's ULID, as that of a provider carries on its mapping's.</summary>
    /// <param name="wallet">The wallet.</param>
    public static RecipientId IdOf(WalletId wallet) => RecipientId.From($"{RecipientId.Prefix}{wallet.Value[WalletId.Prefix.Length..]}");

    internal static Recipient OfRefund(Deletion deletion, RecipientId id, MoneyAmount refund, byte[] wrappedKey, byte[] payee, DateTimeOffset at) => new()
    {
        TenantId = deletion.TenantId,
        EnvironmentId = deletion.EnvironmentId,
        Id = id,
        DeletionId = deletion.Id,
        Provider = RefundProvider,
        WantedAction = RecipientAction.PayOut,
        State = RecipientState.Pending,
        Sealed = payee,
        WrappedKey = wrappedKey,
        Amount = refund.Amount,
        Currency = refund.Currency,
        CreatedAt = at,
    };

    internal Error? Waive(string reason, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return RecipientErrors.AlreadyClosed();
        }

        WaiveReason = reason;
        Close(RecipientState.Waived, at);
        return null;
    }

    internal Error? Confirm(string evidence, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return RecipientErrors.AlreadyClosed();
        }

        if (Provider != RefundProvider)
        {
            return RecipientErrors.NotARefund();
        }

        Evidence = evidence;
        Close(RecipientState.Confirmed, at);
        return null;
    }

    private void Close(RecipientState state, DateTimeOffset at)
    {
        State = state;
        Sealed = null;
        WrappedKey = null;
        NextAttemptAt = null;
        ClosedAt = at;
    }
}
