using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Wallets;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Wallets;

internal sealed class WalletConfiguration : IEntityTypeConfiguration<Wallet>
{
    public void Configure(EntityTypeBuilder<Wallet> builder)
    {
        builder.HasScopedKey(wallet => wallet.Id);
        builder.HasStamps();
        builder.Property(wallet => wallet.Name).HasMaxLength(255);
        builder.Property(wallet => wallet.Description).HasMaxLength(255);
        builder.Property(wallet => wallet.Currency).HasMaxLength(3);
        builder.Property(wallet => wallet.Metadata).IsJson();
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(wallet => new { wallet.TenantId, wallet.EnvironmentId, wallet.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(wallet => wallet.Transactions).WithOne()
            .HasForeignKey(transaction => new { transaction.TenantId, transaction.EnvironmentId, transaction.WalletId })
            .OnDelete(DeleteBehavior.Restrict);
        // The unique index below has active wallets only, so it cannot find all wallets of a customer.
        builder.HasIndex(wallet => new { wallet.TenantId, wallet.EnvironmentId, wallet.CustomerId });
        builder.HasIndex(wallet => new { wallet.TenantId, wallet.EnvironmentId, wallet.CustomerId, wallet.Currency, wallet.Type })
            .IsUnique()
            .HasFilter("status = 'active'");
    }
}
