using System.Security.Cryptography;
using Npgsql;

namespace FlexPrice.EndToEnd.Tests.Start;

/// <summary>A user of a PostgreSQL server who may read and write the rows of a database and do nothing else, as the guide to installing has it.</summary>
internal sealed class Role : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _owner;
    private readonly string _name = $"flexprice_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
    private readonly string _password = RandomNumberGenerator.GetHexString(32);

    private Role(string owner) => _owner = new NpgsqlConnectionStringBuilder(owner);

    /// <summary>How the program connects as this user.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_owner.ToString()) { Username = _name, Password = _password }.ToString();

    public static async Task<Role> CreateAsync(TestDatabase database)
    {
        var role = new Role(database.Settings["ConnectionStrings:FlexPrice"]!);
        await ExecuteAsync(
            role._owner,
            $"""
            CREATE ROLE {role._name} LOGIN PASSWORD '{role._password}';
            REVOKE CREATE ON SCHEMA public FROM PUBLIC;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role._name};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role._name};
            """);
        return role;
    }

    /// <summary>Removes the user, after the database.</summary>
    public async ValueTask DisposeAsync() => await ExecuteAsync(new NpgsqlConnectionStringBuilder(_owner.ToString()) { Database = "postgres" }, $"DROP ROLE {_name}");

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder of, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(of.ToString()) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
