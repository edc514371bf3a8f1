using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>For the migration tools, which need no database.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlFlexPriceDbContext>
{
    public PostgreSqlFlexPriceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlFlexPriceDbContext>().UseFlexPricePostgreSql("Host=nowhere;Database=none").Options);
}
