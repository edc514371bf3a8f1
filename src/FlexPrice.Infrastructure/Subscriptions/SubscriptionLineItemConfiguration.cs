using FlexPrice.Domain.Subscriptions;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Subscriptions;

internal sealed class SubscriptionLineItemConfiguration : IEntityTypeConfiguration<SubscriptionLineItem>
{
    public void Configure(EntityTypeBuilder<SubscriptionLineItem> builder)
    {
        builder.HasScopedKey(item => item.Id);
        builder.Property(item => item.PriceId).HasMaxLength(50);
        builder.Property(item => item.DisplayName).HasMaxLength(255);
    }
}
