using FlexPrice.Domain.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Customers;

internal sealed class PastHoldingConfiguration : IEntityTypeConfiguration<PastHolding>
{
    public void Configure(EntityTypeBuilder<PastHolding> builder)
    {
        builder.HasKey(holding => new { holding.TenantId, holding.EnvironmentId, holding.ExternalIdHash, holding.EndedAt });
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(holding => new { holding.TenantId, holding.EnvironmentId, holding.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);

        // No foreign key: the record of the deletion is added in the same transaction.
        builder.HasIndex(holding => new { holding.TenantId, holding.EnvironmentId, holding.DeletionId });
    }
}
