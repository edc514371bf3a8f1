using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using FlexPrice.Infrastructure.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Outbox;

public abstract class OutboxQueueTests : IAsyncLifetime
{
    // More than a test takes: on a server time passes by itself.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    // What has failed so often is not due again while a test runs.
    private const int Tries = 5;

    private Store _store = null!;
    private AsyncServiceScope _request;

    private OutboxQueue Queue => _request.ServiceProvider.GetRequiredService<OutboxQueue>();

    private TimeSpan Lease => _store.Services.GetRequiredService<FlexPriceSettings>().OutboxLease;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this));
        _request = _store.Request();
    }

    public async Task DisposeAsync()
    {
        await _request.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Claim_WhenRowsShareLineAndKey_GivesOnlyTheFirstUntilItIsSettled()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_a", "a2"), ("hook", "cust_b", "b1"), ("erase", "cust_a", "e1"), ("hook", null, "n1"), ("hook", null, "n2"));

        var first = await ClaimAsync();
        (await ClaimAsync()).ShouldBeEmpty("Everything that may run is taken");
        await Queue.SettleAsync(first[0], CancellationToken.None);
        var second = await ClaimAsync();

        Names(first).ShouldBe(["a1", "b1", "e1", "n1", "n2"]);
        Names(second).ShouldBe(["a2"]);
        first.Select(message => message.LeaseToken).Distinct().ShouldHaveSingleItem();
        second[0].LeaseToken.ShouldNotBe(first[0].LeaseToken);
    }

    [Fact]
    public async Task Claim_WhenLimited_TakesTheOldest()
    {
        await AddAsync(("hook", "cust_a", "a"), ("hook", "cust_b", "b"), ("hook", "cust_c", "c"));

        (await Queue.ClaimAsync(ReactionLane.Outgoing, 2, [], CancellationToken.None)).ShouldBeEmpty("Another kind of work");
        Names(await Queue.ClaimAsync(ReactionLane.Upkeep, 2, [], CancellationToken.None)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Claim_WhenTheLeaseIsOver_GivesTheRowToSomebodyElse()
    {
        await AddAsync(("hook", "cust_a", "a1"));
        await ClaimAsync();
        _store.Pass(Lease - Margin);
        (await ClaimAsync()).ShouldBeEmpty();

        _store.Pass(Margin);

        Names(await ClaimAsync()).ShouldBe(["a1"]);
    }

    [Fact]
    public async Task Renew_WhenHeld_KeepsTheRowForAnotherLease()
    {
        await AddAsync(("hook", "cust_a", "a1"));
        var held = (await ClaimAsync())[0];
        _store.Pass(Lease - Margin);

        (await Queue.RenewAsync(held, CancellationToken.None)).ShouldBeTrue();

        _store.Pass(Lease - Margin);
        (await ClaimAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Claim_WhenALeaseIsOverButTheRowStillRuns_LeavesIt()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_b", "b1"));
        var claimed = await ClaimAsync();
        _store.Pass(Lease);

        Names(await Queue.ClaimAsync(ReactionLane.Upkeep, 100, [claimed[0].Sequence], CancellationToken.None)).ShouldBe(["b1"]);
    }

    [Fact]
    public async Task Holder_WhenTheWriterIsBusyForLong_WaitsAndThenSettlesRenewsAndGivesBack()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_b", "b1"));
        var held = await ClaimAsync();
        using var gate = new SqliteWriterGate(patience: TimeSpan.Zero);
        var busy = await gate.EnterAsync(CancellationToken.None);

        Task<bool>[] notes =
        [
            WithGateAsync(gate, queue => queue.SettleAsync(held[0], CancellationToken.None)),
            WithGateAsync(gate, queue => queue.RenewAsync(held[1], CancellationToken.None)),
            WithGateAsync(gate, queue => queue.RetryLaterAsync(held[1], "Boom", 0, CancellationToken.None)),
        ];
        await Task.Delay(100);
        notes.ShouldAllBe(note => !note.IsCompleted, "Nobody may write out of turn");
        (await WithGateAsync(gate, queue => queue.ClaimAsync(ReactionLane.Upkeep, 100, [], CancellationToken.None))).ShouldBeEmpty();
        busy!.Dispose();

        (await Task.WhenAll(notes)).ShouldBe([true, true, false]);
        _store.ReadOne("SELECT message_id, attempts FROM outbox_messages").ShouldBe("b1|1");
    }

    [Fact]
    public async Task StaleHolder_WhenSomebodyElseHasTheRow_CanNeitherSettleNorRenewNorGiveBack()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_a", "a2"));
        var stale = (await ClaimAsync())[0];
        _store.Pass(Lease);
        var held = (await ClaimAsync())[0];
        var row = _store.ReadOne("SELECT * FROM outbox_messages WHERE message_id = 'a1'");

        (await Queue.SettleAsync(stale, CancellationToken.None)).ShouldBeFalse();
        (await Queue.RenewAsync(stale, CancellationToken.None)).ShouldBeFalse();
        await Queue.RetryLaterAsync(stale, "Late", 0, CancellationToken.None);

        _store.ReadOne("SELECT * FROM outbox_messages WHERE message_id = 'a1'").ShouldBe(row);
        (await Queue.SettleAsync(held, CancellationToken.None)).ShouldBeTrue();
        _store.ReadOne("SELECT message_id FROM outbox_messages").ShouldBe("a2");
    }

    [Fact]
    public async Task Release_WhenHeld_GivesTheRowBackAtOnceAndCountsNoAttempt()
    {
        await AddAsync(("hook", "cust_a", "a1"));
        var held = (await ClaimAsync())[0];

        await Queue.ReleaseAsync(held, CancellationToken.None);

        _store.ReadOne("SELECT attempts, lease_token, leased_until FROM outbox_messages").ShouldBe("0|NULL|NULL");
        Names(await ClaimAsync()).ShouldBe(["a1"]);
        await Queue.ReleaseAsync(held, CancellationToken.None);
        (await ClaimAsync()).ShouldBeEmpty("Somebody else holds it now");
    }

    [Fact]
    public async Task GiveBack_WhenAReactionFails_ComesBackLaterAndBeforeItsSuccessors()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_a", "a2"));
        HaveFailedBefore();
        var held = (await ClaimAsync())[0];

        await Queue.RetryLaterAsync(held, "HttpRequestException", jitter: 1, CancellationToken.None);

        _store.ReadOne("SELECT attempts, last_error, lease_token, leased_until, given_up_at FROM outbox_messages WHERE message_id = 'a1'").ShouldBe($"{Tries + 1}|HttpRequestException|NULL|NULL|NULL");
        (await ClaimAsync()).ShouldBeEmpty("Not due, and what follows waits");
        _store.Pass(OutboxOptions.DelayAfter(Tries + 1, 1));
        Names(await ClaimAsync()).ShouldBe(["a1"]);
    }

    [Fact]
    public async Task GiveBack_WhenItFailedTooOften_CountsAsGivenUpAndIsTriedEveryHour()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_a", "a2"));
        for (var attempt = 1; attempt <= OutboxOptions.MaximumAttempts; attempt++)
        {
            var held = (await ClaimAsync()).ShouldHaveSingleItem();
            held.MessageId.ShouldBe("a1");
            (await Queue.RetryLaterAsync(held, "Boom", 1, CancellationToken.None)).ShouldBe(attempt == OutboxOptions.MaximumAttempts);
            _store.Pass(attempt == OutboxOptions.MaximumAttempts ? TimeSpan.Zero : OutboxOptions.DelayAfter(attempt, 1));
        }

        var since = _store.ReadOne("SELECT given_up_at FROM outbox_messages WHERE message_id = 'a1'");
        since.ShouldNotBe("NULL");
        (await ClaimAsync()).ShouldBeEmpty("What follows waits for what is still to be tried");
        _store.Pass(TimeSpan.FromHours(1));
        var again = (await ClaimAsync())[0];
        again.MessageId.ShouldBe("a1");
        (await Queue.RetryLaterAsync(again, "Boom", 1, CancellationToken.None)).ShouldBeTrue();
        _store.ReadOne("SELECT attempts, given_up_at FROM outbox_messages WHERE message_id = 'a1'").ShouldBe($"{OutboxOptions.MaximumAttempts + 1}|{since}");
    }

    [Fact]
    public void Delay_WhenAttemptsGrow_DoublesUpToALimitWithJitter()
    {
        Enumerable.Range(1, 4).Select(attempt => OutboxOptions.DelayAfter(attempt, 1).TotalSeconds).ShouldBe([1, 2, 4, 8]);
        OutboxOptions.DelayAfter(3, 0).TotalSeconds.ShouldBe(2);
        OutboxOptions.DelayAfter(OutboxOptions.MaximumAttempts - 1, 1).ShouldBe(TimeSpan.FromMinutes(10));
        OutboxOptions.DelayAfter(OutboxOptions.MaximumAttempts, 1).ShouldBe(TimeSpan.FromHours(1));
        OutboxOptions.DelayAfter(int.MaxValue, 0).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Claim_WhenManyAskAtOnce_GivesEveryRowOnce()
    {
        await AddAsync([.. Enumerable.Range(0, 40).Select(index => ("hook", (string?)$"cust_{index}", $"m{index:00}"))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var request = _store.Request();
            return await request.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(ReactionLane.Upkeep, 10, [], CancellationToken.None);
        }));

        claims.SelectMany(Names).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, 40).Select(index => $"m{index:00}"));
    }

    [Fact]
    public async Task Hasten_WhenAFailureIsOver_HasWhatFailedByItTriedAtOnceAndNothingElse()
    {
        await AddAsync(("hook", "cust_a", "a1"), ("hook", "cust_b", "b1"), ("hook", "cust_b", "b2"));
        HaveFailedBefore();
        var claimed = await ClaimAsync();
        await Queue.RetryLaterAsync(claimed[0], "TimeoutException", jitter: 1, CancellationToken.None);
        await Queue.RetryLaterAsync(claimed[1], "IOException", jitter: 1, CancellationToken.None);

        await Queue.MakeDueNowAsync(ReactionLane.Outgoing, "IOException", CancellationToken.None);
        (await ClaimAsync()).ShouldBeEmpty("Another kind of work");
        await Queue.MakeDueNowAsync(ReactionLane.Upkeep, "IOException", CancellationToken.None);

        Names(await ClaimAsync()).ShouldBe(["b1"]);
        _store.Read("SELECT attempts FROM outbox_messages ORDER BY sequence").ShouldBe([$"{Tries + 1}", $"{Tries + 1}", $"{Tries}"]);
    }

    private Task<IReadOnlyList<OutboxMessage>> ClaimAsync() => Queue.ClaimAsync(ReactionLane.Upkeep, 100, [], CancellationToken.None);

    private void HaveFailedBefore() => _store.Database.Execute("UPDATE outbox_messages SET attempts = @tries", ("@tries", Tries));

    private async Task AddAsync(params (string Reaction, string? Key, string Id)[] messages)
    {
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        foreach (var (reaction, key, id) in messages)
        {
            context.Add(new OutboxMessage
            {
                TenantId = _store.Scope.TenantId,
                EnvironmentId = _store.Scope.EnvironmentId,
                MessageId = id,
                Reaction = reaction,
                Line = reaction,
                OrderingKey = key,
                EventName = "something",
                Payload = "{}",
                OccurredAt = Store.Noon,
                DueAt = Store.Noon,
            });
            await context.SaveChangesAsync();
        }
    }

    private async Task<T> WithGateAsync<T>(IWriterGate gate, Func<OutboxQueue, Task<T>> act)
    {
        await using var request = _store.Request();
        return await act(ActivatorUtilities.CreateInstance<OutboxQueue>(request.ServiceProvider, gate));
    }

    private static IEnumerable<string> Names(IEnumerable<OutboxMessage> messages) => messages.Select(message => message.MessageId);

    public sealed class OnSqlite : OutboxQueueTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : OutboxQueueTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : OutboxQueueTests, IOn<SqlServerEngine>;
}
