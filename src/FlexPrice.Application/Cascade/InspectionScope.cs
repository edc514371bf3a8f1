using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Cascade;

/// <summary>What an inspection looks at.</summary>
/// <param name="Customers">The customers.</param>
/// <param name="WithVolumes">Whether things that cost time to count are counted. Plans do; deletions do not, so that their cost does not depend on the volume.</param>
public sealed record InspectionScope(IReadOnlyList<CustomerId> Customers, bool WithVolumes);
