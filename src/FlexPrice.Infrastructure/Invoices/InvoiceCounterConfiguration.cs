using FlexPrice.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Invoices;

internal sealed class InvoiceCounterConfiguration : IEntityTypeConfiguration<InvoiceCounter>
{
    public void Configure(EntityTypeBuilder<InvoiceCounter> builder)
    {
        builder.HasKey(counter => new { counter.TenantId, counter.EnvironmentId });
        builder.Property(counter => counter.LastNumber).IsConcurrencyToken();
    }
}
