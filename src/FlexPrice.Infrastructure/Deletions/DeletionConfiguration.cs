using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class DeletionConfiguration : IEntityTypeConfiguration<Deletion>
{
    public void Configure(EntityTypeBuilder<Deletion> builder)
    {
        builder.HasScopedKey(deletion => deletion.Id);
        builder.HasStamps();
        builder.Property(deletion => deletion.LineageId).HasMaxLength(TypedId.MaximumLength);
        builder.Property(deletion => deletion.PlanDigest).HasMaxLength(71);
        builder.Property(deletion => deletion.Edges).IsJson();

        builder.HasMany(deletion => deletion.Recipients).WithOne()
            .HasForeignKey(recipient => new { recipient.TenantId, recipient.EnvironmentId, recipient.DeletionId })
            .OnDelete(DeleteBehavior.Restrict);

        // One deletion per customer. No foreign key: the customer does not exist.
        builder.HasIndex(deletion => new { deletion.TenantId, deletion.EnvironmentId, deletion.CustomerId }).IsUnique();
        builder.HasIndex(deletion => new { deletion.TenantId, deletion.EnvironmentId, deletion.CreatedAt, deletion.Id });
        builder.HasIndex(deletion => new { deletion.TenantId, deletion.EnvironmentId, deletion.ScrubbedAt });

        // The recent deletions of one lineage of keys.
        builder.HasIndex(deletion => new { deletion.TenantId, deletion.EnvironmentId, deletion.LineageId, deletion.CreatedAt }).HasFilter("lineage_id IS NOT NULL");
    }
}
