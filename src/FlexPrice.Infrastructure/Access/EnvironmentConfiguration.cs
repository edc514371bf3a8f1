using FlexPrice.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Environment = FlexPrice.Domain.Access.Environment;

namespace FlexPrice.Infrastructure.Access;

internal sealed class EnvironmentConfiguration : IEntityTypeConfiguration<Environment>
{
    public void Configure(EntityTypeBuilder<Environment> builder)
    {
        builder.HasKey(environment => new { environment.TenantId, environment.Id });
        builder.Property(environment => environment.Name).HasMaxLength(255);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(environment => environment.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
