#if (beforeCustomers)
using FlexPrice.Domain.EdgePlural;
#endif
using FlexPrice.Domain.Customers;
#if (!beforeCustomers)
using FlexPrice.Domain.EdgePlural;
#endif
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.EdgePlural;

internal sealed class EdgeEntityConfiguration : IEntityTypeConfiguration<EdgeEntity>
{
    public void Configure(EntityTypeBuilder<EdgeEntity> builder)
    {
        builder.ToTable("edge_table");
        builder.HasScopedKey(edgeEntity => edgeEntity.Id);
        builder.Property(edgeEntity => edgeEntity.Subject).HasMaxLength(255);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(edgeEntity => new { edgeEntity.TenantId, edgeEntity.EnvironmentId, edgeEntity.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
