using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>Opens Quartz's connections. Quartz needs the row counts of its writes: with −1 it never acquires a trigger. Its statements cannot be changed, so every opened connection enables row counts.</summary>
internal sealed class SqlServerTimedWorkFactory : DbProviderFactory
{
    public override DbConnection CreateConnection()
    {
        var connection = new SqlConnection();
        connection.StateChange += EnableRowCounts;
        return connection;
    }

    public override DbCommand CreateCommand() => new SqlCommand();

    public override DbParameter CreateParameter() => new SqlParameter();

    /// <summary>Tells a connection that has just been opened.</summary>
    internal static void EnableRowCounts(object connection, StateChangeEventArgs change)
    {
        if (change.CurrentState == ConnectionState.Open)
        {
            using var command = ((DbConnection)connection).CreateCommand();
            command.CommandText = SqlServerRowCounts.EnableRowCounts;
            command.ExecuteNonQuery();
        }
    }
}
