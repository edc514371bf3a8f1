using FlexPrice.Domain.Usage;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Usage;

internal sealed class UsageEventConfiguration : IEntityTypeConfiguration<UsageEvent>
{
    public void Configure(EntityTypeBuilder<UsageEvent> builder)
    {
        builder.HasScopedKey(usage => usage.Id);
        builder.Property(usage => usage.EventName).HasMaxLength(255);
        builder.Property(usage => usage.NumericProperties).IsJson();
        builder.HasIndex(usage => new { usage.TenantId, usage.EnvironmentId, usage.EventIdHash, usage.SubjectId }).IsUnique();
        builder.HasIndex(usage => new { usage.TenantId, usage.EnvironmentId, usage.SubjectId, usage.Timestamp });
        builder.HasIndex(usage => new { usage.TenantId, usage.EnvironmentId, usage.Timestamp });
    }
}
