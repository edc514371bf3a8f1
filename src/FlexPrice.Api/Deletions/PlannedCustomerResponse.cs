using FlexPrice.Application.Cascade;

namespace FlexPrice.Api.Deletions;

/// <summary>A customer that a deletion would remove.</summary>
/// <param name="Id">The customer.</param>
/// <param name="ParentCustomerId">The customer above.</param>
/// <param name="Depth">The distance below the requested customer; 0 for that customer itself.</param>
internal sealed record PlannedCustomerResponse(string Id, string? ParentCustomerId, int Depth)
{
    public static PlannedCustomerResponse Of(FamilyMember member) => new(member.Id.Value, member.ParentId?.Value, member.Depth);
}
