using FlexPrice.Domain.Invoices;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Invoices;

internal sealed class InvoiceLineItemConfiguration : IEntityTypeConfiguration<InvoiceLineItem>
{
    public void Configure(EntityTypeBuilder<InvoiceLineItem> builder)
    {
        builder.HasScopedKey(line => line.Id);
        builder.Property(line => line.DisplayName).HasMaxLength(255);
        builder.Property(line => line.PriceId).HasMaxLength(50);
        builder.Property(line => line.Metadata).IsJson();
    }
}
