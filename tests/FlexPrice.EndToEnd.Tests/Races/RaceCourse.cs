using System.Security.Cryptography;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>Servers on which contests are run, each of two requests at another one where there are several. Both are held before their transactions until both are in flight.</summary>
public abstract class RaceCourse : IAsyncLifetime
{
    private const int FewestRounds = 6;
    private const string Gate = "request.accepted";
    private const string Worker = "outbox.claimed";

    private const int MostRounds = 60;
    private const string Broken = "deadlocks that the server had to break";

    private readonly Engine _engine;
    private readonly HashSet<string> _deleted = [];
    private Installation _installation = null!;
    private Receiver _receiver = null!;
    private Fleet _servers = null!;

    private protected RaceCourse(Engine engine) => _engine = engine;

    internal Client Client => _servers.Client;

    internal Database Database => _installation.Database;

    internal Traces Traces { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _installation = Installation.For("races", _engine);
        _receiver = await Receiver.StartAsync(_installation.Folder);
        _installation.With("Webhooks__Url", _receiver.Url);
        _servers = await Fleet.StartAsync(_installation, Fleet.SizeOn(_engine));
        await Given.NoLimitAsync(Client);
        Traces = new Traces(Database);
    }

    public async Task DisposeAsync()
    {
        // A session tells at the latest when it ends.
        await _servers.DisposeAsync();
        await _receiver.DisposeAsync();
        var deadlocks = await Database.DeadlocksAsync();
        await _installation.DisposeAsync();
        deadlocks.GetValueOrDefault().ShouldBe(0, Broken);
    }

    /// <summary>Runs rounds until every winner was seen, and at least a few.</summary>
    internal async Task RunAsync(Func<Task<Contest>> prepare, ITestOutputHelper output, params string[] winners)
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        var seen = winners.ToDictionary(winner => winner, _ => 0);
        var rounds = 0L;

        // A kept worker leaves what a deletion did as it is until the round is judged.
        await _servers.WaitForQuietAsync();
        _installation.Failpoints.Hold(Worker);
        try
        {
            while (rounds < Rounds.Of(FewestRounds) || (seen.ContainsValue(0) && rounds < Rounds.Of(MostRounds)))
            {
                rounds++;
                var winner = await RunRoundAsync(await prepare(), random, $"round {rounds}, seed {seed}");
                seen[winner]++;
            }
        }
        finally
        {
            _installation.Failpoints.Release(Worker);
        }

        var summary = $"{rounds} rounds, {string.Join(", ", seen.Select(winner => $"{winner.Key} first: {winner.Value}"))}, seed {seed}";
        output.WriteLine(summary);
        seen.ShouldAllBe(winner => winner.Value > 0, $"A winner never occurred: {summary}");
        await CheckAnnouncementsAsync();
        (await Database.DeadlocksAsync()).GetValueOrDefault().ShouldBe(0, $"{Broken}, in this race or the one before it");
    }

    /// <summary>Checks what must hold of a customer whose deletion was answered with 204.</summary>
    internal async Task CheckDeletedAsync(string customer)
    {
        _deleted.Add(customer);
        await Traces.CheckEvidenceAsync(customer);
        (await Traces.LeftoversAsync(customer)).ShouldBeEmpty($"rows still name {customer}");
        (await Client.GetAsync($"/v1/customers/{customer}")).Expecting(404).Detail("deletion_id").ShouldNotBeNull();
        (await Database.CountAsync(
            "SELECT count(*) FROM outbox_messages WHERE reaction = 'send_webhook_when_customer_deleted' AND ordering_key = @id",
            ("@id", customer))).ShouldBe(1, $"announcements of {customer}");
    }

    /// <summary>Checks how often something was announced that happened to a customer or to what hangs on it. The worker is kept, so that nothing has left the outbox.</summary>
    internal async Task CheckAnnouncedAsync(string customer, string happened, long times = 1) => (await Database.CountAsync(
        "SELECT count(*) FROM outbox_messages WHERE event_name = @event AND reaction LIKE 'send_webhook_%' AND ordering_key = @id",
        ("@event", happened),
        ("@id", customer))).ShouldBe(times, $"{happened} of {customer}");

    private async Task<string> RunRoundAsync(Contest contest, Random random, string round)
    {
        var failpoints = _installation.Failpoints;
        failpoints.Hold(Gate);
        Task<Answer> left;
        Task<Answer> right;
        try
        {
            var leftFirst = random.Next(2) == 0;
            var pause = TimeSpan.FromMilliseconds(random.Next(6));
            var first = (leftFirst ? contest.Left : contest.Right)();
            await Task.Delay(pause);
            var second = (leftFirst ? contest.Right : contest.Left)();
            (left, right) = leftFirst ? (first, second) : (second, first);
            await Poll.UntilAsync(() => failpoints.Reached(Gate) == 2, $"both requests in flight ({round})", _servers.Tail);
        }
        finally
        {
            failpoints.Release(Gate);
        }

        var answers = await Task.WhenAll(left, right);
        try
        {
            answers.ShouldAllBe(answer => answer.Status < 500 || answer.Status == 503);
            var winner = await contest.JudgeAsync(answers[0], answers[1]);
            await Traces.CheckIntegrityAsync();
            return winner;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{round}:\n{answers[0]}\n{answers[1]}\n{failure.Message}\n{_servers.Tail()}", failure);
        }
    }

    private async Task CheckAnnouncementsAsync()
    {
        await _servers.WaitForQuietAsync();
        var announcements = _receiver.Announcements();
        announcements.Select(customer => customer.Key).ShouldBe(_deleted, ignoreOrder: true, "who was announced as deleted");
        announcements.ShouldAllBe(customer => customer.Count() == 1);
        (await Database.RowsAsync("SELECT customer_id, state FROM deletions WHERE state <> 'completed'")).ShouldBeEmpty("deletions that are not completed");
        (await Database.RowsAsync("SELECT reaction, last_error FROM outbox_messages")).ShouldBeEmpty("messages that were given up");
    }
}
