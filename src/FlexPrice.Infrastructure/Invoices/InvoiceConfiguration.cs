using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Invoices;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.HasScopedKey(invoice => invoice.Id);
        builder.HasStamps();
        builder.Property(invoice => invoice.InvoiceNumber).HasMaxLength(50);
        builder.Property(invoice => invoice.Currency).HasMaxLength(3);
        builder.Property(invoice => invoice.IssuingCountry).HasMaxLength(2);
        builder.Property(invoice => invoice.Description).HasMaxLength(1000);
        builder.Property(invoice => invoice.Metadata).IsJson();
        builder.ComplexProperty(invoice => invoice.Amounts, amounts =>
        {
            amounts.Property(part => part.Subtotal).HasColumnName("subtotal");
            amounts.Property(part => part.Total).HasColumnName("total");
            amounts.Property(part => part.Tax).HasColumnName("total_tax");
            amounts.Property(part => part.Due).HasColumnName("amount_due");
            amounts.Property(part => part.Paid).HasColumnName("amount_paid");
            amounts.Property(part => part.Remaining).HasColumnName("amount_remaining");
        });
        builder.ComplexProperty(invoice => invoice.BillTo, billTo =>
        {
            billTo.Property(part => part.Name).HasColumnName("bill_to_name").HasMaxLength(255);
            billTo.Property(part => part.Email).HasColumnName("bill_to_email").HasMaxLength(255);
            billTo.ComplexProperty(part => part.Address, address =>
            {
                address.Property(part => part.Line1).HasColumnName("bill_to_line1").HasMaxLength(255);
                address.Property(part => part.Line2).HasColumnName("bill_to_line2").HasMaxLength(255);
                address.Property(part => part.City).HasColumnName("bill_to_city").HasMaxLength(100);
                address.Property(part => part.State).HasColumnName("bill_to_state").HasMaxLength(100);
                address.Property(part => part.PostalCode).HasColumnName("bill_to_postal_code").HasMaxLength(20);
                address.Property(part => part.Country).HasColumnName("bill_to_country").HasMaxLength(2);
            });
        });
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(invoice => new { invoice.TenantId, invoice.EnvironmentId, invoice.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subscription>().WithMany()
            .HasForeignKey(invoice => new { invoice.TenantId, invoice.EnvironmentId, invoice.SubscriptionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Deletion>().WithMany()
            .HasForeignKey(invoice => new { invoice.TenantId, invoice.EnvironmentId, invoice.DeletionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(invoice => invoice.LineItems).WithOne()
            .HasForeignKey(line => new { line.TenantId, line.EnvironmentId, line.InvoiceId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(invoice => invoice.Payments).WithOne()
            .HasForeignKey(payment => new { payment.TenantId, payment.EnvironmentId, payment.InvoiceId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(invoice => new { invoice.TenantId, invoice.EnvironmentId, invoice.InvoiceNumber })
            .IsUnique()
            .HasFilter("invoice_number IS NOT NULL");
        builder.HasIndex(invoice => new { invoice.TenantId, invoice.EnvironmentId, invoice.RetainedUntil })
            .HasFilter("deletion_id IS NOT NULL");

        // An invoice belongs to a customer, or is retained by a deletion.
        builder.ToTable(table => table.HasCheckConstraint(
            "ck_invoices_owned_or_retained",
            "(customer_id IS NOT NULL AND deletion_id IS NULL) OR (customer_id IS NULL AND deletion_id IS NOT NULL)"));
    }
}
