using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Subscriptions;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.HasScopedKey(subscription => subscription.Id);
        builder.HasStamps();
        builder.Property(subscription => subscription.PlanId).HasMaxLength(50);
        builder.Property(subscription => subscription.Currency).HasMaxLength(3);
        builder.Property(subscription => subscription.Metadata).IsJson();
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(subscription => new { subscription.TenantId, subscription.EnvironmentId, subscription.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(subscription => new { subscription.TenantId, subscription.EnvironmentId, subscription.InvoicingCustomerId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subscription>().WithMany()
            .HasForeignKey(subscription => new { subscription.TenantId, subscription.EnvironmentId, subscription.ParentSubscriptionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(subscription => subscription.LineItems).WithOne()
            .HasForeignKey(item => new { item.TenantId, item.EnvironmentId, item.SubscriptionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(subscription => new { subscription.TenantId, subscription.EnvironmentId, subscription.CancelAt });
        builder.HasIndex(subscription => new { subscription.TenantId, subscription.EnvironmentId, subscription.EndDate });
    }
}
