namespace FlexPrice.Application;

/// <summary>The order in which edges run, each on the state that the earlier ones left. A test fails when an edge is missing here.</summary>
public static class CascadeOrder
{
    /// <summary>The names of the edges.</summary>
    public static IReadOnlyList<string> Edges { get; } =
    [
        "subscriptions",
        "draft_invoices",
        "outstanding_invoices",
        "retained_invoices",
        "wallets",
        "usage",
        "workflows",
        "child_customers",
        "integrations",
        "legal_hold",
    ];
}
