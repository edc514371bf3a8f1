using System.Net;
using FlexPrice.Application;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>What an environment decided and a request chose, drawn at random.</summary>
internal sealed class RandomPolicy(Random random)
{
    // The most obliging action last; an edge that is not named here has its actions in the product's order.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["subscriptions"] = ["block", "cancel_now"],
        ["draft_invoices"] = ["block", "discard", "finalize"],
        ["outstanding_invoices"] = ["block", "void", "write_off"],
        ["retained_invoices"] = ["anonymize", "retain"],
        ["wallets"] = ["block", "forfeit", "refund"],
        ["usage"] = ["retain", "erase"],
        ["workflows"] = ["block", "stop"],
        ["child_customers"] = ["block", "cascade", "detach", "reparent"],
        ["integrations"] = ["unlink", "notify", "erase"],
        ["legal_hold"] = ["block"],
    };

    /// <summary>The actions of every edge of the product.</summary>
    public static IReadOnlyDictionary<string, string[]> Actions { get; } = typeof(ICascadeEdge).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICascadeEdge)))
        .Select(type => (ICascadeEdge)Activator.CreateInstance(type)!)
        .OrderBy(edge => CascadeOrder.Edges.ToList().IndexOf(edge.Name))
        .ToDictionary(edge => edge.Name, edge => Known.GetValueOrDefault(edge.Name) ?? [.. edge.ActionsFor(CascadeIntent.Delete).Actions], StringComparer.Ordinal);

    public Dictionary<string, (string Default, string[] Allowed)> Decided { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Chosen { get; } = new(StringComparer.Ordinal);

    public string Query => Chosen.Count == 0 ? "" : "?" + string.Join('&', Chosen.Select(choice => $"{choice.Key}={choice.Value}"));

    /// <summary>Decides about every edge, so that nothing of an earlier decision is left, and lets the key delete as often as it likes.</summary>
    public async Task DecideAsync(World world)
    {
        foreach (var (edge, actions) in Actions)
        {
            Decided[edge] = (Pick(actions), [.. actions.Where(_ => random.NextDouble() < 0.75)]);
        }

        var edges = Decided.Select(decided => new { edge = decided.Key, @default = decided.Value.Default, allowed_overrides = decided.Value.Allowed });
        (await world.Api.PutAsync("/v1/settings/deletion-policy", new { edges, deletions_per_hour = 100_000 })).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Chooses like a caller that mostly wants the deletion to succeed and mostly knows the policy.</summary>
    public void Choose(Func<string> parent)
    {
        foreach (var (edge, actions) in Actions.Where(_ => random.NextDouble() < 0.75))
        {
            var permitted = actions.Where(action => Permits(edge, action)).ToArray();
            Chosen[edge] = random.NextDouble() < 0.1 ? Pick(actions) : random.NextDouble() < 0.7 ? permitted.LastOrDefault(action => action is not "reparent") ?? permitted[0] : Pick(permitted);
        }

        if (Chosen.GetValueOrDefault("child_customers", Decided["child_customers"].Default) == "reparent" && random.NextDouble() < 0.9)
        {
            Chosen["child_customers_parent"] = parent();
        }
    }

    public bool Permits(string edge, string action) => Decided[edge].Default == action || Decided[edge].Allowed.Contains(action);

    /// <summary>The action that must be in force, or null when the request asks for one that it may not choose.</summary>
    public string? InForce(string edge) =>
        Chosen.GetValueOrDefault(edge) is not { } chosen ? Decided[edge].Default : Permits(edge, chosen) ? chosen : null;

    public override string ToString() =>
        $"policy {string.Join(' ', Decided.Select(decided => $"{decided.Key}={decided.Value.Default}[{string.Join(',', decided.Value.Allowed)}]"))}, request {Query}";

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
