using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>What happens to rows of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Effect">deleted, updated, added, deleted_afterwards or pseudonymised.</param>
/// <param name="Count">To how many rows; null where that is not counted.</param>
internal sealed record RowEffectResponse(string Table, string Effect, long? Count)
{
    public static RowEffectResponse Of(RowEffect effect) => new(effect.Table, WireName.Of(effect.Kind), effect.Count);
}
