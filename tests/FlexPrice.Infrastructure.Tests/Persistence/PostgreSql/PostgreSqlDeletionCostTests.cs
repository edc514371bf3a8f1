using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Usage.SearchEvents;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>A deletion costs the same with any number of usage events. No other test may write meanwhile: all databases share the server's log.</summary>
[Collection(Alone.Name)]
public sealed class PostgreSqlDeletionCostTests : IOn<PostgreSqlEngine>, IAsyncLifetime
{
    private const int Few = 100;
    private const int Many = 100_000;

    // A checkpoint or a vacuum of the server writes into the same log; it does not come three times.
    private const int MostTries = 3;
    private const double MostMore = 1.1;

    private Store _store = null!;
    private int _made;
    private long _events;

    private PostgreSqlDatabase Database => (PostgreSqlDatabase)_store.Database;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this));
        Database.Execute("ALTER TABLE usage_events SET (autovacuum_enabled = false) -- an option of pg_class");
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Deletion_WhenThereAreVeryManyEvents_TouchesNoneAndWritesNoMore()
    {
        // The first deletion of a program prepares what later ones find.
        await MeasureAsync(await CustomerWithUsageAsync(Few));
        var ratio = double.MaxValue;
        for (var tries = 0; tries < MostTries && ratio > MostMore; tries++)
        {
            var few = await MeasureAsync(await CustomerWithUsageAsync(Few));
            var many = await MeasureAsync(await CustomerWithUsageAsync(Many));

            few.ShouldSatisfyAllConditions(() => few.Rows.ShouldBe(0), () => few.Blocks.ShouldBe(0), () => few.Wal.ShouldBeGreaterThan(1000));
            many.ShouldSatisfyAllConditions(() => many.Rows.ShouldBe(0), () => many.Blocks.ShouldBe(0));
            ratio = (double)many.Wal / few.Wal;
        }

        ratio.ShouldBeLessThanOrEqualTo(MostMore);
    }

    // Without this, finding nothing would prove nothing.
    [Fact]
    public async Task Counters_WhenEventsAreRead_Notice()
    {
        await CustomerWithUsageAsync(Few);
        await SettleAsync();
        var before = Touched();

        await _store.SendAsync(new SearchEventsQuery(null, "call", null, null, null, new Paging(10, 0)));
        EndSessions();

        await UntilAsync(() => Touched() is var (rows, blocks) && rows >= before.Rows + 10 && blocks > before.Blocks);
    }

    private async Task<(long Rows, long Blocks, long Wal)> MeasureAsync(string customer)
    {
        await SettleAsync();
        var (before, subjects, wal) = (Touched(), SubjectsDestroyed(), Wal());
        await _store.SendAsync(new DeleteCustomerCommand(customer, new Dictionary<string, string>(), null));
        var written = Wal() - wal;
        EndSessions();
        await UntilAsync(() => SubjectsDestroyed() == subjects + 1);

        // A session tells of one table after the other.
        await Task.Delay(100);
        var after = Touched();
        return (after.Rows - before.Rows, after.Blocks - before.Blocks, written);
    }

    // Counts what the preparation has done.
    private async Task SettleAsync()
    {
        EndSessions();
        await UntilAsync(() => Number("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'usage_events'") == _events);
    }

    // A session tells what it has touched when it ends, and may take its time before.
    private void EndSessions()
    {
        Database.ClearPool(Database.Settings["ConnectionStrings:FlexPrice"]!);
        Database.Reconnect();
    }

    private (long Rows, long Blocks) Touched()
    {
        var row = Database.Table(
            """
            SELECT t.seq_tup_read + COALESCE(t.idx_tup_fetch, 0), b.heap_blks_read + b.heap_blks_hit + COALESCE(b.idx_blks_read + b.idx_blks_hit, 0)
            FROM pg_stat_user_tables t JOIN pg_statio_user_tables b ON b.relid = t.relid
            WHERE t.relname = 'usage_events'
            """).ShouldHaveSingleItem();
        return ((long)row[0]!, (long)row[1]!);
    }

    private long SubjectsDestroyed() => Number("SELECT n_tup_del FROM pg_stat_user_tables WHERE relname = 'usage_subjects'");

    private long Wal() => Number("SELECT CAST(pg_current_wal_insert_lsn() - CAST('0/0' AS pg_lsn) AS bigint)");

    private long Number(string sql) => (long)Database.Scalar(sql)!;

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            tries.ShouldBeLessThan(400, "the counters of the server do not say what was done");
            await Task.Delay(50);
        }
    }

    // One event comes in by the front door; the others are made like it, because only their number matters.
    private async Task<string> CustomerWithUsageAsync(int events)
    {
        var name = $"customer-{++_made}";
        var customer = (await _store.SendAsync(new CreateCustomerCommand(name, new CustomerFields { Name = name }))).Id.Value;
        await _store.SendAsync(new IngestEventsCommand(
        [
            new EventToIngest { EventName = "call", ExternalCustomerId = name, Properties = new Dictionary<string, JsonElement> { ["prompt"] = JsonSerializer.SerializeToElement($"secret of {name}") } },
        ]));
        Database.Execute(
            $"""
            INSERT INTO usage_events (tenant_id, environment_id, id, subject_id, event_id_hash, event_name, timestamp, numeric_properties, sealed, ingested_at)
            SELECT e.tenant_id, e.environment_id, concat(e.id, n), e.subject_id, md5(concat(e.event_id_hash, n)), e.event_name, e.timestamp, e.numeric_properties, e.sealed, e.ingested_at
            FROM usage_events e JOIN usage_subjects s ON s.id = e.subject_id CROSS JOIN pg_catalog.generate_series(2, {events}) n
            WHERE s.customer_id = '{customer}'
            """);
        _events += events;
        return customer;
    }
}
