using System.Security.Cryptography;
using System.Text.Json;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions.Cascade;

/// <summary>What a plan depends on, in one short text.</summary>
internal static class CascadeDigest
{
    public static string Of(CascadeIntent intent, IReadOnlyList<EdgeDecision> decisions)
    {
        var facts = decisions.Select(decision => new
        {
            customer = decision.CustomerId.Value,
            edge = decision.Question.Chosen.Edge,
            action = decision.Action,
            allowed = decision.Question.Policy.AllowedOverrides,
            target = decision.Question.Target?.Value,
            rows = decision.Question.Rows
                .Where(row => row.Kind != UsageEdge.SubjectKind)
                .Select(row => new[] { row.Kind, row.Id, row.State, row.RelatedId, row.Currency, row.Amount?.ToString("G29", System.Globalization.CultureInfo.InvariantCulture) }),
        });

        // Hashed as it is written: of a customer with ten thousand subscriptions the whole text would be megabytes.
        using var hash = SHA256.Create();
        using (var text = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(text, new { intent = intent.ToString(), facts });
        }

        return "sha256:" + Convert.ToHexStringLower(hash.Hash!);
    }
}
