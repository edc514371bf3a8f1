using FlexPrice.Benchmarks.Floors;
using FlexPrice.Benchmarks.Load;
using Npgsql;

namespace FlexPrice.Benchmarks.Contestants;

/// <summary>The floor, sent by nothing but the driver.</summary>
internal sealed class FloorLoop(string connectionString, Floor floor) : IContestant
{
    public string Name => "floor, bare driver";

    public async Task<Measurement> DeleteAsync(int customers, int clients)
    {
        var connections = new List<(NpgsqlConnection Connection, NpgsqlCommand Call)>();
        try
        {
            for (var client = 0; client < clients; client++)
            {
                var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
                await connection.OpenAsync();
                var call = floor.Call(connection);
                await call.PrepareAsync();
                connections.Add((connection, call));
            }

            return await ClosedLoop.RunOnThreadsAsync(customers, clients, (client, number) =>
            {
                var call = connections[client].Call;
                call.Parameters[0].Value = (long)number;
                call.ExecuteNonQuery();
            });
        }
        finally
        {
            foreach (var (connection, call) in connections)
            {
                await call.DisposeAsync();
                await connection.DisposeAsync();
            }
        }
    }
}
