using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Usage;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Usage;

internal sealed class UsageSubjectConfiguration : IEntityTypeConfiguration<UsageSubject>
{
    public void Configure(EntityTypeBuilder<UsageSubject> builder)
    {
        builder.HasScopedKey(subject => subject.Id);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(subject => new { subject.TenantId, subject.EnvironmentId, subject.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(subject => new { subject.TenantId, subject.EnvironmentId, subject.ExternalIdHash }).IsUnique();
    }
}
