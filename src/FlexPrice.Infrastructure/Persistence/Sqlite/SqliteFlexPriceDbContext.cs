using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite, which can neither compare nor order times with an offset: they are stored as UTC ticks.</summary>
public sealed class SqliteFlexPriceDbContext(DbContextOptions<SqliteFlexPriceDbContext> options) : FlexPriceDbContext(options)
{
    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasMetadataPairs(SqliteMetadataPairs.Column, SqliteMetadataPairs.Column, SqliteMetadataPairs.Contains);
    }
}
