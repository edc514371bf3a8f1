using System.Security.Cryptography;
using Npgsql;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>A user of a PostgreSQL server who may read and write the rows of a database and do nothing else, as the guide to installing has it.</summary>
internal sealed class Role : IAsyncDisposable
{
    private readonly string _name = $"flexprice_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
    private readonly string _password = RandomNumberGenerator.GetHexString(32);
    private readonly PostgreSqlDatabase _database;

    private Role(PostgreSqlDatabase database) => _database = database;

    /// <summary>How the program connects as this user.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_database.Settings["ConnectionStrings:FlexPrice"]) { Username = _name, Password = _password }.ToString();

    public static async Task<Role> CreateAsync(PostgreSqlDatabase database)
    {
        var role = new Role(database);
        await role.ExecuteAsync($"""
            CREATE ROLE {role._name} LOGIN PASSWORD '{role._password}';
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role._name};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role._name};
            """);
        return role;
    }

    /// <summary>Removes the user, who outlives the database otherwise.</summary>
    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP OWNED BY {_name}; DROP ROLE {_name}");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await _database.ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
