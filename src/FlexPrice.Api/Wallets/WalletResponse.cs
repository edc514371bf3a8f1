using System.Text.Json.Serialization;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Api.Wallets;

/// <summary>A wallet: every key that FlexPrice's SDK declares, null for what this product does not have.</summary>
internal sealed record WalletResponse
{
    public object? AlertSettings { get; init; }

    public string? AlertState { get; init; }

    public object? AutoTopup { get; init; }

    public required decimal Balance { get; init; }

    public object? Config { get; init; }

    public required decimal ConversionRate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required decimal CreditBalance { get; init; }

    public object? CreditsAvailableBreakdown { get; init; }

    public required string Currency { get; init; }

    public required string CustomerId { get; init; }

    public required string Description { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public required string TenantId { get; init; }

    public required decimal TopupConversionRate { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public required string WalletStatus { get; init; }

    public required string WalletType { get; init; }

    /// <summary>What was done, where something was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    public static WalletResponse Of(Wallet wallet) => new()
    {
        Balance = wallet.Balance,
        ConversionRate = wallet.ConversionRate,
        CreatedAt = wallet.CreatedAt,
        CreatedBy = wallet.CreatedBy,
        CreditBalance = wallet.CreditBalance,
        Currency = wallet.Currency,
        CustomerId = wallet.CustomerId.Value,
        Description = wallet.Description,
        EnvironmentId = wallet.EnvironmentId.Value,
        Id = wallet.Id.Value,
        Metadata = wallet.Metadata,
        Name = wallet.Name,
        Status = "published",
        TenantId = wallet.TenantId.Value,
        TopupConversionRate = wallet.ConversionRate,
        UpdatedAt = wallet.UpdatedAt,
        UpdatedBy = wallet.UpdatedBy,
        WalletStatus = WireName.Of(wallet.Status),
        WalletType = WireName.Of(wallet.Type),
    };
}
