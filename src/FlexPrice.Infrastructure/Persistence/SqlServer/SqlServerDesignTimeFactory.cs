using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>For the migration tools, which need no database.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerFlexPriceDbContext>
{
    public SqlServerFlexPriceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerFlexPriceDbContext>().UseFlexPriceSqlServer("Server=nowhere;Database=none").Options);
}
