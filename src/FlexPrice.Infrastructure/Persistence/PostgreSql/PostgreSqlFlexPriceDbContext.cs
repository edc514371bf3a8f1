using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal.Mapping;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>The model on PostgreSQL: times are <c>timestamptz</c>, money is <c>numeric</c>, JSON is <c>jsonb</c>.</summary>
public sealed class PostgreSqlFlexPriceDbContext(DbContextOptions<PostgreSqlFlexPriceDbContext> options) : FlexPriceDbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.StoreJsonAs("jsonb");
        modelBuilder.HasMetadataPairs(PostgreSqlMetadataPairs.Column, NpgsqlStringTypeMapping.Default, PostgreSqlMetadataPairs.Contains);
    }
}
