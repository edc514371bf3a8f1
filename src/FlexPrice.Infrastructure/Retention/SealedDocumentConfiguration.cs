using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Retention;

internal sealed class SealedDocumentConfiguration : IEntityTypeConfiguration<SealedDocument>
{
    public void Configure(EntityTypeBuilder<SealedDocument> builder)
    {
        builder.HasScopedKey(document => document.InvoiceId);
        builder.HasOne<Invoice>().WithOne()
            .HasForeignKey<SealedDocument>(document => new { document.TenantId, document.EnvironmentId, document.InvoiceId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
