using FlexPrice.Domain.Deletions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class FenceConfiguration : IEntityTypeConfiguration<Fence>
{
    public void Configure(EntityTypeBuilder<Fence> builder)
    {
        builder.HasKey(fence => new { fence.TenantId, fence.EnvironmentId, fence.ExternalIdHash });
        builder.HasIndex(fence => new { fence.TenantId, fence.EnvironmentId, fence.ExpiresAt });
    }
}
