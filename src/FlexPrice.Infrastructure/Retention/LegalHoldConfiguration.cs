using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Retention;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Retention;

internal sealed class LegalHoldConfiguration : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.HasScopedKey(hold => hold.Id);
        builder.Property(hold => hold.Ground).HasMaxLength(1000);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(hold => new { hold.TenantId, hold.EnvironmentId, hold.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
