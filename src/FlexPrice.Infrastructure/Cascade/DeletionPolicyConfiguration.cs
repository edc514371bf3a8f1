using FlexPrice.Domain.Cascade;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Cascade;

internal sealed class DeletionPolicyConfiguration : IEntityTypeConfiguration<DeletionPolicy>
{
    public void Configure(EntityTypeBuilder<DeletionPolicy> builder)
    {
        // The table is older than the name of the entity. Renaming it would stop processes of the version before.
        builder.ToTable("cascade_policies");
        builder.HasKey(policy => new { policy.TenantId, policy.EnvironmentId });
        builder.HasStamps();
        builder.Property(policy => policy.Edges).IsJson();

        // Environments that decided before there was a limit.
        builder.Property(policy => policy.DeletionsPerHour).HasDefaultValue(DeletionPolicy.DefaultDeletionsPerHour);
    }
}
