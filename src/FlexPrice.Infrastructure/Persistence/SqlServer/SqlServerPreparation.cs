using FlexPrice.Infrastructure.Configuration;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>Prepares a database on a server.</summary>
internal sealed class SqlServerPreparation(FlexPriceDbContext context, FlexPriceSettings settings) : DatabasePreparation(context, settings)
{
    private const int DatabaseExists = 1801;

    private readonly string _connectionString = settings.Database.ConnectionString;

    protected override string StartFreshAdvice => "name another database";

    public override async Task<IAsyncDisposable> EnterAsync(bool toMigrate, CancellationToken cancellationToken)
    {
        if (toMigrate)
        {
            await EnsureExistsAsync(cancellationToken);
        }

        // Without a pool: the lock ends with its connection.
        var connection = new SqlConnection(new SqlConnectionStringBuilder(_connectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await RunAsync(connection, SqlServerSetUp.AcquireStartLock, cancellationToken);
            if (toMigrate)
            {
                await ReadVersionsAsync(connection, cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal override async Task FinishAsync(CancellationToken cancellationToken)
    {
        await RequireLevelAsync(cancellationToken);
        if (!await Database.SqlQueryRaw<bool>(SqlServerSetUp.ReadsVersions).SingleAsync(cancellationToken))
        {
            throw new ConfigurationException(
            [
                $"{DatabaseSettings.ConnectionStringSetting} names {Name}, in which READ_COMMITTED_SNAPSHOT is off: "
                + "run the program with migrate, or ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON, while nobody else uses the database.",
            ]);
        }
    }

    public override string? DescribeFailure(Exception failure) => SqlServerStartErrors.Of(failure, Name);

    protected override Task PrepareMigrationAsync(CancellationToken cancellationToken) => RequireLevelAsync(cancellationToken);

    protected override Task<bool> ExistsAsync(CancellationToken cancellationToken) => Creator.ExistsAsync(cancellationToken);

    private IRelationalDatabaseCreator Creator => Database.GetService<IRelationalDatabaseCreator>();

    // The option can be set while there is no other connection: also none that rests in the pool of this process.
    private async Task ReadVersionsAsync(SqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var pooled = new SqlConnection(Database.GetConnectionString()))
        {
            SqlConnection.ClearPool(pooled);
        }

        await RunAsync(connection, SqlServerSetUp.ReadVersions, cancellationToken);
    }

    private static async Task RunAsync(SqlConnection connection, string text, CancellationToken cancellationToken)
    {
        // Without a timeout: migrating may take long.
        await using var command = new SqlCommand(text, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task RequireLevelAsync(CancellationToken cancellationToken)
    {
        if (SqlServerSetUp.RefusalOf(await Database.SqlQueryRaw<int>(SqlServerSetUp.ReadsLevel).SingleAsync(cancellationToken), Name) is { } refusal)
        {
            throw new ConfigurationException([refusal]);
        }
    }

    private async Task EnsureExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await Creator.ExistsAsync(cancellationToken))
            {
                await Creator.CreateAsync(cancellationToken);
            }
        }
        catch (SqlException other) when (other.Number == DatabaseExists)
        {
            // Another process was faster.
        }
    }
}
