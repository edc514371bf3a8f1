using FlexPrice.Infrastructure.Persistence;

namespace FlexPrice.Architecture.Tests.Samples.Layers;

/// <summary>Wrong: an aggregate that looks into the database.</summary>
internal static class CustomerWithInfrastructure
{
    public static bool IsStored(FlexPriceDbContext context) => context.Model.GetEntityTypes().Any();
}
