using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>For the migration tools, which need no database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteFlexPriceDbContext>
{
    public SqliteFlexPriceDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteFlexPriceDbContext>().UseFlexPriceSqlite("Data Source=:memory:").Options);
}
