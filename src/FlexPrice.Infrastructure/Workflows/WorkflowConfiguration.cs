using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Workflows;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Workflows;

internal sealed class WorkflowConfiguration : IEntityTypeConfiguration<Workflow>
{
    public void Configure(EntityTypeBuilder<Workflow> builder)
    {
        builder.HasScopedKey(workflow => workflow.Id);
        builder.HasStamps();
        builder.Property(workflow => workflow.WorkflowType).HasMaxLength(255);
        builder.HasOne<Customer>().WithMany()
            .HasForeignKey(workflow => new { workflow.TenantId, workflow.EnvironmentId, workflow.CustomerId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
