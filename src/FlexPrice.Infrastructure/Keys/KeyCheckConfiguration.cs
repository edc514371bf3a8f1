using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Keys;

internal sealed class KeyCheckConfiguration : IEntityTypeConfiguration<KeyCheck>
{
    public void Configure(EntityTypeBuilder<KeyCheck> builder)
    {
        builder.ToTable("key_checks");
        builder.HasKey(check => check.Name);
        builder.Property(check => check.Name).HasMaxLength(64);
        builder.Property(check => check.Value).HasMaxLength(1000);
    }
}
