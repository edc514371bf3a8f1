using System.Security.Cryptography;
using System.Text.Json;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Application.Cascade;

/// <summary>What a plan depends on, in one short text.</summary>
internal static class CascadeDigest
{
    public static string Of(CascadeIntent intent, IReadOnlyList<EdgeDecision> decisions, Func<EdgeDecision, InventoryRow, bool> counts)
    {
        var facts = decisions.Select(decision => new
        {
            customer = decision.CustomerId.Value,
            edge = decision.Context.Chosen.Edge,
            action = decision.Action,
            allowed = decision.Context.Policy.AllowedOverrides,
            target = decision.Context.Target?.Value,
            rows = decision.Context.Rows
                .Where(row => counts(decision, row))
                .Select(row => new[] { row.Kind, row.Id, row.State, row.RelatedId, row.Currency, row.Amount?.ToString("G29", System.Globalization.CultureInfo.InvariantCulture) }),
        });

        // Hashed while it is written: for a customer with ten thousand subscriptions the text has megabytes.
        using var hash = SHA256.Create();
        using (var text = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(text, new { intent = intent.ToString(), facts });
        }

        return "sha256:" + Convert.ToHexStringLower(hash.Hash!);
    }
}
