using System.Security.Cryptography;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Races;

/// <summary>
/// Servers on which contests are run, each of two requests at another one where there are several. Both are held before their transactions until both are in flight.
/// Where one of them always loses that way because it does more before it locks, one is sent ahead; such a round counts where the other was sent before it was answered.
/// </summary>
public abstract class RaceCourse : IAsyncLifetime
{
    private const int FewestRounds = 6;
    private const string Gate = "request.accepted";
    private const string Worker = "outbox.claimed";

    private const int MostRounds = 200;
    private const string Broken = "deadlocks that the server had to break";

    private readonly Engine _engine;
    private readonly HashSet<string> _deleted = [];
    private Installation _installation = null!;
    private Receiver _receiver = null!;
    private Fleet _servers = null!;
    private Strangers _strangers = null!;

    private protected RaceCourse(Engine engine) => _engine = engine;

    internal ApiClient Client => _servers.Client;

    internal Database Database => _installation.Database;

    internal Traces Traces { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _installation = Installation.For("races", _engine);
        _receiver = await Receiver.StartAsync(_installation.Folder);
        _installation.With("Webhooks__Url", _receiver.Url);
        _servers = await Fleet.StartAsync(_installation, Fleet.SizeOn(_engine));
        await Arrange.NoLimitAsync(Client);
        Traces = new Traces(Database);
        _strangers = await Strangers.MoveInAsync(_servers);
        await _strangers.ImitateAsync(Arrange.NewExternalId());
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
                var round = $"round {rounds}, seed {seed}";
                var contest = await prepare();
                var (left, right, wereInFlight) = rounds <= Rounds.Of(FewestRounds) ? await HoldBothAsync(contest, random, round) : await SendOneAheadAsync(contest, random);
                var winner = await JudgeAsync(contest, left, right, round);
                seen[winner] += wereInFlight ? 1 : 0;
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

    /// <summary>Checks how often an event of a customer or its dependents was announced. The worker is held, so that the outbox keeps everything.</summary>
    internal async Task CheckAnnouncedAsync(string customer, string happened, long times = 1) => (await Database.CountAsync(
        "SELECT count(*) FROM outbox_messages WHERE event_name = @event AND reaction LIKE 'send_webhook_%' AND ordering_key = @id",
        ("@event", happened),
        ("@id", customer))).ShouldBe(times, $"{happened} of {customer}");

    private async Task<(Answer Left, Answer Right, bool WereInFlight)> HoldBothAsync(Contest contest, Random random, string round)
    {
        var failpoints = _installation.Failpoints;
        failpoints.Hold(Gate);
        Task<Answer> left;
        Task<Answer> right;
        try
        {
            (left, right, _) = await SendAsync(contest, random, longestPause: 5);
            await Poll.UntilAsync(() => failpoints.Reached(Gate) == 2, $"both requests in flight ({round})", _servers.Tail);
        }
        finally
        {
            failpoints.Release(Gate);
        }

        return (await left, await right, true);
    }

    private static async Task<(Answer Left, Answer Right, bool WereInFlight)> SendOneAheadAsync(Contest contest, Random random)
    {
        var (left, right, wereInFlight) = await SendAsync(contest, random, longestPause: 24);
        return (await left, await right, wereInFlight);
    }

    private static async Task<(Task<Answer> Left, Task<Answer> Right, bool WereInFlight)> SendAsync(Contest contest, Random random, int longestPause)
    {
        var leftFirst = random.Next(2) == 0;
        var first = (leftFirst ? contest.Left : contest.Right)();
        await Task.Delay(random.Next(longestPause + 1));
        var wereInFlight = !first.IsCompleted;
        var second = (leftFirst ? contest.Right : contest.Left)();
        return leftFirst ? (first, second, wereInFlight) : (second, first, wereInFlight);
    }

    private async Task<string> JudgeAsync(Contest contest, Answer left, Answer right, string round)
    {
        try
        {
            new[] { left, right }.ShouldAllBe(answer => answer.Code < 500 || answer.Code == 503);
            var winner = await contest.JudgeAsync(left, right);
            await Traces.CheckIntegrityAsync();
            return winner;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{round}:\n{left}\n{right}\n{failure.Message}\n{_servers.Tail()}", failure);
        }
    }

    private async Task CheckAnnouncementsAsync()
    {
        await _servers.WaitForQuietAsync();
        var announcements = _receiver.Announcements();
        announcements.Select(customer => customer.Key).ShouldBe(_deleted, ignoreOrder: true, "who was announced as deleted");
        announcements.ShouldAllBe(customer => customer.Count() == 1);
        await _strangers.CheckUntouchedAsync();
        (await Database.RowsAsync("SELECT customer_id, state FROM deletions WHERE state <> 'completed'")).ShouldBeEmpty("deletions that are not completed");
        (await Database.RowsAsync("SELECT reaction, last_error FROM outbox_messages")).ShouldBeEmpty("messages that were given up");
    }
}
