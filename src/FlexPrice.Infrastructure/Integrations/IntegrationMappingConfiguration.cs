using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Integrations;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Integrations;

internal sealed class IntegrationMappingConfiguration : IEntityTypeConfiguration<IntegrationMapping>
{
    public void Configure(EntityTypeBuilder<IntegrationMapping> builder)
    {
        builder.HasScopedKey(mapping => mapping.Id);
        builder.HasStamps();
        builder.Property(mapping => mapping.ProviderType).HasMaxLength(50);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(mapping => new { mapping.TenantId, mapping.EnvironmentId, mapping.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);

        // A customer is one entity at a provider, and an entity of a provider is one customer.
        builder.HasIndex(mapping => new { mapping.TenantId, mapping.EnvironmentId, mapping.CustomerId, mapping.ProviderType }).IsUnique();
        builder.HasIndex(mapping => new { mapping.TenantId, mapping.EnvironmentId, mapping.ProviderEntityIdHash }).IsUnique();
    }
}
