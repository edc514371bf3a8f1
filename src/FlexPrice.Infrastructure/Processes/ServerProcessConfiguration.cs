using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Processes;

internal sealed class ServerProcessConfiguration : IEntityTypeConfiguration<ServerProcess>
{
    public void Configure(EntityTypeBuilder<ServerProcess> builder)
    {
        builder.ToTable("processes");
        builder.HasKey(process => process.Id);
        builder.Property(process => process.Id).HasMaxLength(64);
        builder.Property(process => process.Version).HasMaxLength(128);
        builder.Property(process => process.Serves).HasMaxLength(1000);
    }
}
