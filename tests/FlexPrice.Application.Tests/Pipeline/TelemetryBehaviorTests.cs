using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FlexPrice.Application.Pipeline;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class TelemetryBehaviorTests : IDisposable
{
    private const string Name = nameof(RenameCommand);

    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly ConcurrentQueue<string> _outcomes = [];
    private readonly List<string> _lines = [];
    private readonly ActivityListener _activityListener;
    private readonly MeterListener _meterListener = new();

    public TelemetryBehaviorTests()
    {
        _activityListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FlexPriceTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName == Name)
                {
                    _activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activityListener);
        _meterListener.SetMeasurementEventCallback<double>((_, _, tags, _) => _outcomes.Enqueue($"{tags[0].Value} {tags[1].Value}"));

        // By hand: if this is the first measurement, a listener is notified of the published instrument before the property has it.
        _meterListener.EnableMeasurementEvents(FlexPriceTelemetry.RequestDuration);
        _meterListener.Start();
    }

    public void Dispose()
    {
        _activityListener.Dispose();
        _meterListener.Dispose();
    }

    [Fact]
    public async Task Request_WhenItSucceeds_IsMeasuredByNameAndOutcome()
    {
        await SendAsync(() => Task.FromResult<CommandResult<CustomerId>>(Given.CustomerId('1')));

        _outcomes.ShouldContain($"{Name} success");
        _activities.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Ok);
    }

    [Fact]
    public async Task Request_WhenItIsRefused_IsMeasuredWithTheCode()
    {
        await SendAsync(() => Task.FromResult<CommandResult<CustomerId>>(AccessErrors.Unauthorized()));

        _outcomes.ShouldContain($"{Name} unauthenticated");
        var activity = _activities.ShouldHaveSingleItem();
        activity.GetTagItem("flexprice.outcome").ShouldBe("unauthenticated");
        activity.Status.ShouldBe(ActivityStatusCode.Ok);
    }

    [Fact]
    public async Task Request_WhenItThrows_IsMeasuredAndTheExceptionPasses()
    {
        await Should.ThrowAsync<TimeoutException>(() => SendAsync(() => throw new TimeoutException()));

        _outcomes.ShouldContain($"{Name} exception");
        _activities.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task Request_WhenItsCallerHasLeft_IsNoException()
    {
        var left = new CancellationToken(canceled: true);

        await Should.ThrowAsync<TimeoutException>(() => SendAsync(() => throw new TimeoutException(), left));

        _outcomes.ShouldContain($"{Name} cancelled");
        _activities.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Ok);
    }

    [Fact]
    public async Task Request_WhenLogged_LeavesNothingOfItsContent()
    {
        await SendAsync(() => Task.FromResult<CommandResult<CustomerId>>(CustomerErrors.ExternalIdTaken("ext-secret")));

        _lines.ShouldHaveSingleItem().ShouldBe($"{Name} ended with already_exists after 0 ms");
        _activities.ShouldHaveSingleItem().TagObjects.Select(tag => tag.Key).ShouldBe(["flexprice.outcome"]);
    }

    private Task<CommandResult<CustomerId>> SendAsync(Func<Task<CommandResult<CustomerId>>> next, CancellationToken cancellationToken = default) =>
        new TelemetryBehavior<RenameCommand, CommandResult<CustomerId>>(new LineLogger(_lines), new FakeTimeProvider(Given.Noon))
            .Handle(new RenameCommand("Ada Lovelace"), cancellationToken, () => next());

    private sealed class LineLogger(List<string> lines) : ILogger<TelemetryBehavior<RenameCommand, CommandResult<CustomerId>>>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
