using FlexPrice.Infrastructure.Persistence.Conventions;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Architecture.Tests.Samples.Model;

/// <summary>Wrong: a model that keeps to no rule and has no migration.</summary>
internal sealed class SampleContext : DbContext
{
    public IReadOnlyModel DesignTimeModel => this.GetService<IDesignTimeModel>().Model;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseFlexPriceSqlite("Data Source=:memory:");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseTypedValues();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Ticket>().ToTable("tickets").ComplexProperty(ticket => ticket.Caller);
        modelBuilder.Entity<Ticket>().HasIndex(ticket => new { ticket.TenantId, ticket.EnvironmentId, ticket.Email }).IsUnique();
        modelBuilder.Entity<TicketComment>().ToTable("ticket_comments").HasOne<Ticket>().WithMany().HasForeignKey(comment => comment.TicketId);
    }
}
