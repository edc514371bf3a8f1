using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Reflection;
using FlexPrice.Application;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Tests.Telemetry;

/// <summary>What a deletion leaves in traces and metrics.</summary>
public abstract class SpanTests : IDisposable
{
    private const string Driver = "Npgsql";

    private static readonly IReadOnlyList<string> Phases =
        [.. typeof(Phase).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    private readonly ApiFixture _fixture;
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentQueue<string> _measured = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    protected SpanTests(ApiFixture fixture)
    {
        _fixture = fixture;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name is FlexPriceTelemetry.Name or "Microsoft.AspNetCore" or Driver,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _trace)
                {
                    _spans.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlexPriceTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.Start();
    }

    private World World => _fixture.World;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deletion_WhenItSucceeds_HasASpanForEveryBehaviorAndEdge()
    {
        var customer = await World.CustomerAsync();
        await World.WalletAsync(customer);

        (await DeleteAsync(customer, "?wallets=forfeit")).ShouldBe(HttpStatusCode.NoContent);

        var names = _spans.Select(span => span.DisplayName).ToList();
        string[] expected = ["DeleteCustomerCommand", .. Phases.Except([Phase.Apply, Phase.Recall]), .. CascadeOrder.Edges.Select(edge => $"{Phase.Apply} {edge}")];
        expected.Except(names).ShouldBeEmpty(string.Join(", ", names));
        _spans.Single(span => Names(span, "wallets.inspect")).Parent!.DisplayName.ShouldBe(Phase.Inspect);
        _spans.ShouldContain(span => Names(span, "wallets.delete"));
        _measured.ShouldContain("flexprice.deletions intent=delete outcome=success");
        _measured.ShouldContain($"flexprice.phase.duration phase={Phase.Apply} edge=wallets");
        _measured.ShouldContain($"flexprice.phase.duration phase={Phase.Commit}");
    }

    [Fact]
    public async Task Deletion_WhenItIsRefused_IsCountedWithTheCodeOfTheRefusalAndAppliesNothing()
    {
        var customer = await World.CustomerAsync();
        await World.WalletAsync(customer);

        (await DeleteAsync(customer)).ShouldBe(HttpStatusCode.BadRequest);

        _measured.ShouldContain("flexprice.deletions intent=delete outcome=invalid_operation");
        _spans.Select(span => span.DisplayName).ShouldContain(Phase.Decide);
        // The idempotency key is looked up before the work, or after an error.
        _spans.Select(span => span.DisplayName).ShouldContain(Phase.Recall);
        _spans.ShouldAllBe(span => !span.DisplayName.StartsWith(Phase.Apply, StringComparison.Ordinal) && span.DisplayName != Phase.Commit);
    }

    private Task<Answer> DeleteAsync(string customer, string query = "") => World.Api.DeleteAsync(
        $"/v1/customers/{customer}{query}",
        ("traceparent", $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01"),
        ("Idempotency-Key", Ids.New("key")));

    // A statement has a span of its own, or one together with those that it is sent with.
    private static bool Names(Activity span, string statement) =>
        span.DisplayName == statement || (span.GetTagItem("flexprice.statements") is string[] together && together.Contains(statement));

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : SpanTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : SpanTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>
    {
        // The inventory, and the changes. The caller's key is cached and confirmed in the batch; its lineage is queried once.
        [Fact]
        public async Task Deletion_WhenItSucceeds_SendsTwiceBeforeItCommits()
        {
            (await DeleteAsync(await World.CustomerAsync(), "")).ShouldBe(HttpStatusCode.NoContent);
            var customer = await World.CustomerAsync();
            await World.WalletAsync(customer);
            _spans.Clear();
            (await DeleteAsync(customer, "?wallets=forfeit")).ShouldBe(HttpStatusCode.NoContent);

            _spans.Count(span => span.Source.Name == Driver && !span.DisplayName.StartsWith("CONNECT", StringComparison.Ordinal)).ShouldBe(2, string.Join(", ", _spans.Select(span => span.DisplayName)));
            _spans.First(span => span.DisplayName == "statements").ShouldSatisfyAllConditions(read => Names(read, "customers.lock_roots").ShouldBeTrue(), read => Names(read, "api_keys.presented").ShouldBeTrue());
            var written = _spans.Last(span => span.DisplayName == "statements");
            string[] together = ["deletions.insert", "audit_entries.insert", "outbox_messages.insert", "idempotency_records.insert", "wallets.delete", "customers.delete"];
            together.Where(statement => !Names(written, statement)).ShouldBeEmpty();
        }
    }

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : SpanTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
