using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>The model on SQL Server: times are <c>datetimeoffset</c>, money is <c>decimal</c>, text and JSON are <c>nvarchar</c> that is compared character by character.</summary>
public sealed class SqlServerFlexPriceDbContext(DbContextOptions<SqlServerFlexPriceDbContext> options) : FlexPriceDbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.CompareTextBy(SqlServerText.Collation);
        modelBuilder.HasMetadataPairs(SqlServerMetadataPairs.Column, SqlServerMetadataPairs.Text, SqlServerMetadataPairs.Contains);
    }
}
