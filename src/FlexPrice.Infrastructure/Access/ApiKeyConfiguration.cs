using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.HasScopedKey(key => key.Id);
        builder.HasStamps();
        builder.Property(key => key.Name).HasMaxLength(255);
        builder.Property(key => key.KeyHash).HasMaxLength(43);
        builder.Property(key => key.DisplayId).HasMaxLength(16);
        builder.Property(key => key.Roles).IsJson();
        builder.HasOne<Environment>().WithMany()
            .HasForeignKey(key => new { key.TenantId, key.EnvironmentId })
            .OnDelete(DeleteBehavior.Restrict);

        // A presented key does not show its tenant, so the look-up spans all tenants.
        builder.HasIndex(key => key.KeyHash).IsUnique();

        // From a key to those that it issued.
        builder.HasIndex(key => new { key.TenantId, key.EnvironmentId, key.CreatedBy });
    }
}
