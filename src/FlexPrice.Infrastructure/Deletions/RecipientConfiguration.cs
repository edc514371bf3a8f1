using FlexPrice.Domain.Deletions;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Deletions;

internal sealed class RecipientConfiguration : IEntityTypeConfiguration<Recipient>
{
    public void Configure(EntityTypeBuilder<Recipient> builder)
    {
        builder.HasScopedKey(recipient => recipient.Id);
        builder.Property(recipient => recipient.Provider).HasMaxLength(50);
        builder.Property(recipient => recipient.Currency).HasMaxLength(3);
        builder.Property(recipient => recipient.LastErrorClass).HasMaxLength(255);
        builder.Property(recipient => recipient.Evidence).HasMaxLength(1000);
        builder.Property(recipient => recipient.WaiveReason).HasMaxLength(1000);
    }
}
