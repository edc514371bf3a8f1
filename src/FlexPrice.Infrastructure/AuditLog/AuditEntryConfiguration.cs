using FlexPrice.Domain.AuditLog;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.AuditLog;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasScopedKey(entry => entry.Id);
        builder.Property(entry => entry.Action).HasMaxLength(64);
        builder.Property(entry => entry.SubjectId).HasMaxLength(TypedId.MaximumLength);
        builder.Property(entry => entry.Detail).HasMaxLength(1000);
        builder.Property(entry => entry.ActorId).HasMaxLength(TypedId.MaximumLength);
    }
}
