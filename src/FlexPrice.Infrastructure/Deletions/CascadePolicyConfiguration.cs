using FlexPrice.Domain.Deletions;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class CascadePolicyConfiguration : IEntityTypeConfiguration<CascadePolicy>
{
    public void Configure(EntityTypeBuilder<CascadePolicy> builder)
    {
        builder.HasKey(policy => new { policy.TenantId, policy.EnvironmentId });
        builder.HasStamps();
        builder.Property(policy => policy.Edges).IsJson();

        // Environments that decided before there was a limit.
        builder.Property(policy => policy.DeletionsPerHour).HasDefaultValue(CascadePolicy.DefaultDeletionsPerHour);
    }
}
