using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>What a deletion would do. Nothing has changed.</summary>
internal sealed record DeletionPlanResponse
{
    private const string ReferenceCut = "Belongs to somebody else; only its reference to the customer changes.";
    private const string Pseudonymised = "The key that says whose it is and what it tells about a person is destroyed; name, time and numbers stay.";
    private const string Evidence = "Evidence of the deletion: ids, actions, counts and money; nothing personal.";

    private static readonly string Fenced =
        $"Keyed hash of the external id for {Fence.Years} years from the deletion: late usage is discarded instead of being given to the next holder.";

    public required string CustomerId { get; init; }

    public required string Intent { get; init; }

    /// <summary>Whether nothing blocks.</summary>
    public required bool Deletable { get; init; }

    /// <summary>Send it as plan_digest to delete exactly what is planned here, or nothing.</summary>
    public required string Digest { get; init; }

    /// <summary>The customers that would be removed, the requested one first.</summary>
    public required IReadOnlyList<PlannedCustomerResponse> Customers { get; init; }

    /// <summary>What every edge would do, in the order of the cascade.</summary>
    public required IReadOnlyList<EdgeResponse> Edges { get; init; }

    /// <summary>The recipients that would have to act before the deletion is completed.</summary>
    public required IReadOnlyList<RecipientCountResponse> Recipients { get; init; }

    /// <summary>What must be dealt with first.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }

    /// <summary>What would be removed or made unreadable.</summary>
    public required IReadOnlyList<RowEffectResponse> Erased { get; init; }

    /// <summary>What would stay, and why.</summary>
    public required IReadOnlyList<KeptResponse> Kept { get; init; }

    public static DeletionPlanResponse Of(CascadePlan plan)
    {
        var effects = plan.Effects.Where(effect => effect.Count != 0).ToList();
        return new DeletionPlanResponse
        {
            CustomerId = plan.Root.Id.Value,
            Intent = WireName.Of(plan.Intent),
            Deletable = plan.Deletable,
            Digest = plan.Digest,
            Customers = [.. plan.Customers.Select(PlannedCustomerResponse.Of)],
            Edges = [.. plan.Edges.Select(EdgeResponse.Of)],
            Recipients = [.. plan.Recipients.Select(RecipientCountResponse.Of)],
            Blockers = plan.Blockers,
            Erased =
            [
                new RowEffectResponse("customers", WireName.Of(RowEffectKind.Deleted), plan.Customers.Count),
                .. effects.Where(effect => effect.Kind is not (RowEffectKind.Updated or RowEffectKind.Added)).Select(RowEffectResponse.Of),
            ],
            Kept =
            [
                .. effects.Where(effect => effect.Kind == RowEffectKind.Updated).Select(effect => new KeptResponse(effect.Table, effect.Count, effect.Ground ?? ReferenceCut, effect.Until)),
                .. effects.Where(effect => effect.Kind == RowEffectKind.Pseudonymised).Select(effect => new KeptResponse(effect.Table, effect.Count, Pseudonymised, Until: null)),
                new KeptResponse("deletions", plan.Customers.Count, Evidence, Until: null),
                new KeptResponse("audit_entries", plan.Customers.Count, Evidence, Until: null),
                new KeptResponse("fences", plan.Customers.Count, Fenced, Until: null),
            ],
        };
    }
}
