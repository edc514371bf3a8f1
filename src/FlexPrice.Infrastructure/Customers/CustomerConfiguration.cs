using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Customers;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.HasScopedKey(customer => customer.Id);
        builder.HasStamps();
        builder.Property(customer => customer.ExternalId).HasMaxLength(255);
        builder.Property(customer => customer.Name).HasMaxLength(255);
        builder.Property(customer => customer.Email).HasMaxLength(255);
        builder.Property(customer => customer.Contact).HasMaxLength(20);
        builder.Property(customer => customer.Timezone).HasMaxLength(64);
        builder.Property(customer => customer.Metadata).IsJson();
        builder.ComplexProperty(customer => customer.Address, address =>
        {
            address.Property(part => part.Line1).HasColumnName("address_line1").HasMaxLength(255);
            address.Property(part => part.Line2).HasColumnName("address_line2").HasMaxLength(255);
            address.Property(part => part.City).HasColumnName("address_city").HasMaxLength(100);
            address.Property(part => part.State).HasColumnName("address_state").HasMaxLength(100);
            address.Property(part => part.PostalCode).HasColumnName("address_postal_code").HasMaxLength(20);
            address.Property(part => part.Country).HasColumnName("address_country").HasMaxLength(2);
        });
        builder.Ignore(customer => customer.Profile);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(customer => new { customer.TenantId, customer.EnvironmentId, customer.ParentCustomerId })
            .OnDelete(DeleteBehavior.Restrict);

        // An archived customer's external id can be used again.
        builder.HasIndex(customer => new { customer.TenantId, customer.EnvironmentId, customer.ExternalIdHash })
            .IsUnique()
            .HasFilter("status = 'published'");

        // Incoming usage locks all customers with its external id, archived ones too.
        builder.HasIndex(customer => new { customer.TenantId, customer.EnvironmentId, customer.ExternalIdHash }, "ix_customers_external_id");
        builder.HasIndex(customer => new { customer.TenantId, customer.EnvironmentId, customer.CreatedAt, customer.Id });
    }
}
