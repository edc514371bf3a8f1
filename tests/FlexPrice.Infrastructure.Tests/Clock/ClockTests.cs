using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Clock;
using FlexPrice.Infrastructure.Scheduling;
using FlexPrice.Infrastructure.Transactions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Quartz;

namespace FlexPrice.Infrastructure.Tests.Clock;

/// <summary>The machine's clock and the database's.</summary>
public abstract class ClockTests : IAsyncLifetime
{
    private readonly MovedMachine _machine = new();
    private readonly FakeLogger<ClockMonitor> _log = new();
    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Plan_WhenItIsFurtherAheadThanItsInterval_IsBroughtForwardAndNoOther()
    {
        await using var store = await StartAsync();
        var timedWork = store.Services.GetRequiredService<TimedWork>();
        await timedWork.SetParticipationAsync(true, CancellationToken.None);
        var scheduler = await SchedulerAsync(store);
        var now = scheduler.TimeProvider.GetUtcNow();
        var keys = (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup())).OrderBy(key => key.Name, StringComparer.Ordinal).ToList();
        var byTheClockOfAnother = (ISimpleTrigger)(await scheduler.GetTrigger(keys[0]))!;
        await scheduler.RescheduleJob(byTheClockOfAnother.Key, byTheClockOfAnother.GetTriggerBuilder().StartAt(now.AddHours(2)).Build());
        var others = await TimesAsync(scheduler, keys.Skip(1));

        await timedWork.SetParticipationAsync(true, CancellationToken.None);

        var next = (await TimesAsync(scheduler, keys.Take(1))).Single();
        next.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(now + byTheClockOfAnother.RepeatInterval + TimeSpan.FromMinutes(1));
        (await TimesAsync(scheduler, keys.Skip(1))).ShouldBe(others);
        await scheduler.Shutdown(waitForJobsToComplete: false);
    }

    [Fact]
    public void Product_WhenItIsPutTogether_GoesByTheDatabasesTimeWhereThatHasAClock()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_database.Settings.Append(new("Keys:Path", Path.Combine(_database.Folder.FullName, "keys")))).Build();
        var services = new ServiceCollection().AddInfrastructure(configuration, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = _database.Folder.FullName });

        var time = services.Single(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance;

        time.ShouldBe(Engine.Of(this) is SqliteEngine ? TimeProvider.System : services.Single(service => service.ServiceType == typeof(DatabaseTime)).ImplementationInstance);
    }

    private static async Task<IReadOnlyList<DateTimeOffset?>> TimesAsync(IScheduler scheduler, IEnumerable<TriggerKey> keys)
    {
        var times = new List<DateTimeOffset?>();
        foreach (var key in keys)
        {
            times.Add((await scheduler.GetTrigger(key))?.NextFireTimeUtc);
        }

        return times;
    }

    private async Task OnlyARightClockTakesTimedWorkAsync(TimeSpan ahead)
    {
        _machine.Ahead = ahead;
        await using var store = await StartAsync();
        var scheduler = await SchedulerAsync(store);
        using var measured = new Measured<double>(FlexPriceTelemetry.ClockDifference);
        using var monitor = ActivatorUtilities.CreateInstance<ClockMonitor>(store.Services, _log);

        await monitor.CheckAsync(CancellationToken.None);
        await monitor.CheckAsync(CancellationToken.None);

        scheduler.Status.ShouldBe(SchedulerStatus.Created);
        var words = $"The clock of this machine is {store.Services.GetRequiredService<DatabaseClock>().Difference}: set the one that is wrong";
        _log.Lines.ShouldHaveSingleItem().ShouldStartWith($"Warning {words}");
        measured.Lines.Select(line => Math.Round(double.Parse(line, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe([ahead.TotalSeconds, ahead.TotalSeconds]);
        var health = await HealthAsync(store);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldNotBeNull().ShouldStartWith(words);
        (store.Services.GetRequiredService<DatabaseTime>().GetUtcNow() - (_machine.GetUtcNow() - ahead)).Duration().ShouldBeLessThan(ClockDifference.Tolerance, "what the product goes by is right");

        _machine.Ahead = TimeSpan.Zero;
        await monitor.CheckAsync(CancellationToken.None);

        scheduler.Status.ShouldBe(SchedulerStatus.Running);
        _log.Lines.Count.ShouldBe(2);
        _log.Lines[1].ShouldStartWith("Information The clock of this machine is right again");
        (await HealthAsync(store)).Status.ShouldBe(HealthStatus.Healthy);
        var plan = (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup())).ToList();
        plan.Count.ShouldBe(typeof(ForgetCommitMarksJob).Assembly.GetTypes().Count(type => type.IsAssignableTo(typeof(IJob)) && type.IsClass));

        // No later than the longest interval from now, whether or not one was done already.
        (await TimesAsync(scheduler, plan)).ShouldAllBe(next => next < TimeProvider.System.GetUtcNow().AddMinutes(62));

        _machine.Ahead = ahead;
        await monitor.CheckAsync(CancellationToken.None);

        scheduler.Status.ShouldBe(SchedulerStatus.Standby);
        _log.Lines.Count.ShouldBe(3);
        await scheduler.Shutdown(waitForJobsToComplete: false);
    }

    private static Task<HealthCheckResult> HealthAsync(Store store) => new ClockHealthCheck(store.Services.GetRequiredService<DatabaseClock>()).CheckHealthAsync(new HealthCheckContext());

    private static async Task<IScheduler> SchedulerAsync(Store store) => await store.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

    // The product's own time, not the one of the other tests.
    private Task<Store> StartAsync() => Store.StartAsync(
        _database,
        services =>
        {
            var time = new DatabaseTime(_machine);
            services.AddSingleton(time);
            services.AddSingleton<TimeProvider>(time);
        },
        ("Worker:Role", "worker"));

    public sealed class OnSqlite : ClockTests, IOn<SqliteEngine>
    {
        [Fact]
        public async Task EmbeddedDatabase_WhereverTheMachinesClockStands_HasTheSame()
        {
            _machine.Ahead = TimeSpan.FromHours(2);
            await using var store = await StartAsync();

            var difference = await store.Services.GetRequiredService<DatabaseClock>().MeasureAsync(CancellationToken.None);

            difference.IsWithinTolerance.ShouldBeTrue();
            (await HealthAsync(store)).Status.ShouldBe(HealthStatus.Healthy);
        }
    }

    public sealed class OnPostgreSql : ClockTests, IOn<PostgreSqlEngine>
    {
        [Theory]
        [InlineData(7200)]
        [InlineData(-7200)]
        public Task Process_WhenItsMachinesClockIsOff_SaysSoAndTakesNoTimedWorkUntilItIsRight(int seconds) => OnlyARightClockTakesTimedWorkAsync(TimeSpan.FromSeconds(seconds));
    }

    public sealed class OnSqlServer : ClockTests, IOn<SqlServerEngine>
    {
        [Theory]
        [InlineData(7200)]
        [InlineData(-7200)]
        public Task Process_WhenItsMachinesClockIsOff_SaysSoAndTakesNoTimedWorkUntilItIsRight(int seconds) => OnlyARightClockTakesTimedWorkAsync(TimeSpan.FromSeconds(seconds));
    }
}
