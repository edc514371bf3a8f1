using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FlexPrice.Testing.Processes;

/// <summary>
/// Another environment of the same tenant and one of another tenant, on the same servers, with customers of the same external ids.
/// Whatever happens to the first one's customers must not touch theirs, and they must not get at the first one's.
/// </summary>
internal sealed class Strangers
{
    private readonly Fleet _servers;
    private readonly Traces _traces;
    private readonly List<(string Environment, string Key)> _environments = [];
    private string _before = "";

    private Strangers(Fleet servers)
    {
        _servers = servers;
        _traces = new Traces(servers.Installation.Database);
    }

    /// <summary>The ids of their environments.</summary>
    public IReadOnlyList<string> Environments => [.. _environments.Select(stranger => stranger.Environment)];

    /// <summary>Creates the environments and their keys. There is no endpoint for environments, so this writes to the database directly.</summary>
    public static async Task<Strangers> MoveInAsync(Fleet servers)
    {
        var (strangers, database) = (new Strangers(servers), servers.Installation.Database);
        var own = (string)(await database.RowsAsync("SELECT tenant_id FROM api_keys WHERE is_bootstrap = @true", ("@true", true))).ShouldHaveSingleItem()[0]!;
        var other = NewId("tenant");
        await database.WriteAsync("INSERT INTO tenants (id, name, status, created_at) SELECT @other, name, status, created_at FROM tenants WHERE id = @own", ("@other", other), ("@own", own));
        foreach (var tenant in (string[])[own, other])
        {
            await strangers.AddEnvironmentAsync(database, tenant);
        }

        return strangers;
    }

    /// <summary>Gives each of them customers with these external ids, with dependents.</summary>
    public async Task ImitateAsync(params IReadOnlyList<string> externalIds)
    {
        foreach (var (_, key) in _environments)
        {
            using var client = ClientWith(key);
            foreach (var externalId in externalIds)
            {
                var customer = await Arrange.CustomerAsync(client, externalId);
                await Arrange.SubscriptionAsync(client, customer);
                await Arrange.WalletAsync(client, customer);
                await Arrange.UsageAsync(client, externalId);
            }
        }

        _before = await _traces.SnapshotAsync(Environments);
        var rows = _before.Split('\n');
        string[] tables = ["customers", "subscriptions", "wallets", "usage_subjects", "usage_events"];
        foreach (var environment in Environments)
        {
            tables.ShouldAllBe(table => rows.Any(row => row.StartsWith($"{table}: ", StringComparison.Ordinal) && row.Contains(environment, StringComparison.Ordinal)), "what is compared afterwards must be found before");
        }
    }

    /// <summary>Checks that everything of theirs is as it was.</summary>
    public async Task CheckUntouchedAsync()
    {
        _before.ShouldNotBeEmpty();
        (await _traces.SnapshotAsync(Environments)).ShouldBe(_before, "something of another environment has changed");
    }

    /// <summary>Checks that to them a customer of the first one does not exist, and never did.</summary>
    public async Task CheckSeeNothingAsync(string customer)
    {
        foreach (var (_, key) in _environments)
        {
            using var client = ClientWith(key);
            (await client.GetAsync($"/v1/customers/{customer}")).Expecting(404).Detail("deletion_id").ShouldBeNull("who was deleted elsewhere");
            (await client.DeleteAsync($"/v1/customers/{customer}")).Expecting(404).Detail("deletion_id").ShouldBeNull("who was deleted elsewhere");
        }
    }

    /// <summary>Tries to delete a customer of the first one with each of their keys.</summary>
    public Task<Answer[]> TryToDeleteAsync(string customer) => Task.WhenAll(_environments.Select(async stranger =>
    {
        using var client = ClientWith(stranger.Key);
        return await client.DeleteAsync($"/v1/customers/{customer}");
    }));

    private async Task AddEnvironmentAsync(Database database, string tenant)
    {
        var (environment, key) = (NewId("env"), NewId("sk"));
        await database.WriteAsync(
            """
            INSERT INTO environments (tenant_id, id, name, type, created_at)
            SELECT @tenant, @id, name, type, created_at FROM environments WHERE id = (SELECT environment_id FROM api_keys WHERE is_bootstrap = @true)
            """,
            ("@tenant", tenant),
            ("@id", environment),
            ("@true", true));
        await database.WriteAsync(
            """
            INSERT INTO api_keys (tenant_id, environment_id, id, name, type, key_hash, display_id, roles, status, expires_at, is_bootstrap, created_at, updated_at, created_by, updated_by, version)
            SELECT @tenant, @environment, @id, name, type, @hash, display_id, roles, status, expires_at, @false, created_at, updated_at, created_by, updated_by, version FROM api_keys WHERE is_bootstrap = @true
            """,
            ("@tenant", tenant),
            ("@environment", environment),
            ("@id", NewId("secret")),
            ("@hash", Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
            ("@false", false),
            ("@true", true));
        _environments.Add((environment, key));
    }

    private ApiClient ClientWith(string key) => ApiClient.At(_servers.Next().Url, key);

    private static string NewId(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 26)}";
}
