using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using FlexPrice.Infrastructure.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Tests.Processes;

/// <summary>Processes on one database: several on a server, one on a file.</summary>
public abstract class ProcessTests : IAsyncLifetime
{
    private const string Url = "https://hooks.example.com/";
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private TestDatabase _database = null!;
    private Store _first = null!;

    public async Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        _first = await StartAsync(("Webhooks:Url", Url + "one"), ("Webhooks:Secret", Secret));
    }

    public async Task DisposeAsync()
    {
        await _first.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected async Task Processes_WhenTheyAreSetAlike_FitTogetherAsync()
    {
        await using var second = await StartAsync(("Webhooks:Url", Url + "one"), ("Webhooks:Secret", Secret), ("Load:AtOnce", "7"));

        (await LookAsync(_first)).ShouldBeEmpty();
        (await LookAsync(second)).ShouldBeEmpty();
        (await HealthAsync(second)).Status.ShouldBe(HealthStatus.Healthy);
    }

    protected async Task Processes_WhenTheyAreSetDifferently_NameTheSettingsAndNoValueAsync()
    {
        await using var second = await StartAsync(("Webhooks:Url", Url + "two"), ("Bootstrap:ApiKey", "another-key-of-the-operator"), ("RabbitMq:Uri", "amqp://user:password@localhost"));

        foreach (var process in new[] { _first, second })
        {
            var health = await HealthAsync(process);
            health.Status.ShouldBe(HealthStatus.Degraded);
            health.Description.ShouldBe("The 2 processes on this database differ in Bootstrap__ApiKey, RabbitMq__Uri, Webhooks__Secret, Webhooks__Url: set all of them alike.");
        }

        var told = string.Join('\n', _database.Lines("SELECT * FROM processes"));
        told.ShouldContain("Webhooks__Url");
        foreach (var value in new[] { Url, Secret, Store.Key, "another-key", "password" })
        {
            told.ShouldNotContain(value);
        }
    }

    protected async Task Process_WhenItIsGone_DiffersFromNobodyAsync()
    {
        await using var second = await StartAsync(("Webhooks:Url", Url + "two"), ("Webhooks:Secret", Secret));
        (await LookAsync(_first)).ShouldHaveSingleItem();

        Silence(second, TimeSpan.FromSeconds(30));
        (await LookAsync(_first)).ShouldHaveSingleItem("It may only be slow");
        Silence(second, TimeSpan.FromSeconds(40));
        (await LookAsync(_first)).ShouldBeEmpty("It has died");

        await using var third = await StartAsync(("Webhooks:Url", Url + "three"), ("Webhooks:Secret", Secret));
        (await LookAsync(_first)).ShouldHaveSingleItem();
        using (var monitor = MonitorOf(third, out _))
        {
            await monitor.StopAsync(CancellationToken.None);
        }

        (await LookAsync(_first)).ShouldBeEmpty("It has taken leave");
        _database.Count("processes").ShouldBe(2);
        Silence(second, TimeSpan.FromHours(1));
        await BeatAsync(_first);
        _database.Lines("SELECT id FROM processes").ShouldBe([IdOf(_first)]);
    }

    protected async Task Process_WhenItWasTakenForDead_IsBackWithItsNextSignOfLifeAsync()
    {
        await using var second = await StartAsync(("Webhooks:Url", Url + "two"), ("Webhooks:Secret", Secret));
        _database.Execute("DELETE FROM processes");
        (await LookAsync(_first)).ShouldBeEmpty();

        await BeatAsync(second);
        await BeatAsync(second);

        (await LookAsync(_first)).ShouldHaveSingleItem();
        _database.Count("processes").ShouldBe(1);
    }

    protected async Task Log_WhenProcessesDiffer_SaysSoOncePerChangeAsync()
    {
        var second = await StartAsync(("Webhooks:Url", Url + "two"), ("Webhooks:Secret", Secret));
        using var monitor = MonitorOf(_first, out var log);
        await monitor.StartAsync(CancellationToken.None);
        await UntilAsync(() => log.Lines.Count == 1);
        await TickAsync();
        await TickAsync();
        log.Lines.ShouldHaveSingleItem().ShouldBe("Warning The 2 processes on this database differ in Webhooks__Url: set all of them alike.");

        Silence(second, TimeSpan.FromMinutes(1));
        await TickAsync();
        await UntilAsync(() => log.Lines.Count == 2);
        log.Lines[1].ShouldStartWith("Information");
        await monitor.StopAsync(CancellationToken.None);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Channel_WhenNoProcessThatReactsHasIt_SaysThatEventsWait()
    {
        Use("broker");

        (await HealthAsync(_first)).Description.ShouldBe("Events wait for broker: no process that reacts has RabbitMq__Uri. Set it, or set it to none to drop what waits.");
    }

    [Fact]
    public async Task Channel_WhenAnotherProcessGaveItUp_SaysThatNobodyIsTold()
    {
        _database.Execute("DELETE FROM channels");

        (await HealthAsync(_first)).Description.ShouldNotBeNull().ShouldStartWith("Nobody is told over webhooks: a process that was started with Webhooks__Url=none gave it up.");
    }

    protected async Task Channel_WhenAnotherProcessHasIt_IsServedAsync()
    {
        Use("broker");

        await using var second = await StartAsync(("Webhooks:Url", Url + "one"), ("Webhooks:Secret", Secret), ("RabbitMq:Uri", "amqp://localhost"));

        (await LookAsync(_first)).ShouldBe(["The 2 processes on this database differ in RabbitMq__Uri: set all of them alike."]);
    }

    private void Use(string channel) => _database.Execute("INSERT INTO channels (name, recorded_at) VALUES (@name, @now)", ("@name", channel), ("@now", _first.Clock.GetUtcNow()));

    private static ProcessMonitor MonitorOf(Store store, out FakeLogger<ProcessMonitor> log)
    {
        log = new FakeLogger<ProcessMonitor>();
        return ActivatorUtilities.CreateInstance<ProcessMonitor>(store.Services, (ILogger<ProcessMonitor>)log);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(Store store)
    {
        await using var request = store.Request();
        return await request.ServiceProvider.GetRequiredService<ProcessFindings>().FindAsync(CancellationToken.None);
    }

    private static async Task BeatAsync(Store store)
    {
        await using var request = store.Request();
        await request.ServiceProvider.GetRequiredService<ProcessRegister>().HeartbeatAsync(CancellationToken.None);
    }

    private static async Task<HealthCheckResult> HealthAsync(Store store)
    {
        await using var request = store.Request();
        return await ActivatorUtilities.CreateInstance<ProcessHealthCheck>(request.ServiceProvider).CheckHealthAsync(new HealthCheckContext());
    }

    private static string IdOf(Store store) => store.Services.GetRequiredService<ProcessIdentity>().Id;

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = 0; !holds(); waited++)
        {
            waited.ShouldBeLessThan(200, "It never came");
            await Task.Delay(50);
        }
    }

    // By the clock of the database, as the product writes it.
    private void Silence(Store store, TimeSpan since) =>
        _database.Execute("UPDATE processes SET last_seen_at = @then WHERE id = @id", ("@then", DateTimeOffset.UtcNow - since), ("@id", IdOf(store)));

    private async Task TickAsync()
    {
        var before = _database.Text($"SELECT last_seen_at FROM processes WHERE id = '{IdOf(_first)}'");
        _first.Clock.Advance(ProcessMonitor.Interval);
        await UntilAsync(() => _database.Text($"SELECT last_seen_at FROM processes WHERE id = '{IdOf(_first)}'") != before);
    }

    // One that reacts: what it does not run here does not matter.
    private Task<Store> StartAsync(params (string Key, string Value)[] settings) => Store.StartAsync(_database, settings: [("Worker:Role", "all"), .. settings]);

    public sealed class OnSqlite : ProcessTests, IOn<SqliteEngine>
    {
        // A row that changes all the time would keep the file from resting.
        [Fact]
        public async Task Process_WhenItHasTheFileForItself_WritesNoSignOfLife()
        {
            await BeatAsync(_first);

            _database.Count("processes").ShouldBe(0);
            (await HealthAsync(_first)).Status.ShouldBe(HealthStatus.Healthy);
        }
    }

    public sealed class OnPostgreSql : ProcessTests, IOn<PostgreSqlEngine>
    {
        [Fact]
        public Task Processes_WhenTheyAreSetAlike_FitTogether() => Processes_WhenTheyAreSetAlike_FitTogetherAsync();

        [Fact]
        public Task Processes_WhenTheyAreSetDifferently_NameTheSettingsAndNoValue() => Processes_WhenTheyAreSetDifferently_NameTheSettingsAndNoValueAsync();

        [Fact]
        public Task Process_WhenItIsGone_DiffersFromNobody() => Process_WhenItIsGone_DiffersFromNobodyAsync();

        [Fact]
        public Task Process_WhenItWasTakenForDead_IsBackWithItsNextSignOfLife() => Process_WhenItWasTakenForDead_IsBackWithItsNextSignOfLifeAsync();

        [Fact]
        public Task Log_WhenProcessesDiffer_SaysSoOncePerChange() => Log_WhenProcessesDiffer_SaysSoOncePerChangeAsync();

        [Fact]
        public Task Channel_WhenAnotherProcessHasIt_IsServed() => Channel_WhenAnotherProcessHasIt_IsServedAsync();
    }

    public sealed class OnSqlServer : ProcessTests, IOn<SqlServerEngine>
    {
        [Fact]
        public Task Processes_WhenTheyAreSetAlike_FitTogether() => Processes_WhenTheyAreSetAlike_FitTogetherAsync();

        [Fact]
        public Task Processes_WhenTheyAreSetDifferently_NameTheSettingsAndNoValue() => Processes_WhenTheyAreSetDifferently_NameTheSettingsAndNoValueAsync();

        [Fact]
        public Task Process_WhenItIsGone_DiffersFromNobody() => Process_WhenItIsGone_DiffersFromNobodyAsync();

        [Fact]
        public Task Process_WhenItWasTakenForDead_IsBackWithItsNextSignOfLife() => Process_WhenItWasTakenForDead_IsBackWithItsNextSignOfLifeAsync();

        [Fact]
        public Task Log_WhenProcessesDiffer_SaysSoOncePerChange() => Log_WhenProcessesDiffer_SaysSoOncePerChangeAsync();

        [Fact]
        public Task Channel_WhenAnotherProcessHasIt_IsServed() => Channel_WhenAnotherProcessHasIt_IsServedAsync();
    }
}
