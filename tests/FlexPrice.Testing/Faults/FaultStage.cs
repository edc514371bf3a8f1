using FlexPrice.Testing.Crashes;

namespace FlexPrice.Testing.Faults;

/// <summary>Three processes on a database server of their own, with a broker where one is installed, callers, and receivers.</summary>
public sealed class FaultStage : IAsyncLifetime
{
    private static readonly PostgreSqlEngine Engine = new();

    private readonly BrokerProcess? _broker = BrokerProcess.IsInstalled ? new BrokerProcess() : null;
    private PostgreSqlCluster _cluster = null!;
    private PostgreSqlDatabase _database = null!;
    private Installation _installation = null!;
    private Receiver _receiver = null!;
    private Fleet _servers = null!;
    private Strangers _strangers = null!;
    private Aftermath _aftermath = null!;
    private Subscriber? _subscriber;
    private Traffic _traffic = null!;

    internal IReadOnlyList<IFault> FaultsOfTheDatabase => [new ServerRestarted(_cluster, _database), new ConnectionsCut(_database)];

    internal IReadOnlyList<IFault> FaultsOfTheClock =>
        [new ClockMoved(_servers, _database, "another two hours ahead", TimeSpan.FromHours(2)), new ClockMoved(_servers, _database, "another two hours behind", TimeSpan.FromHours(-2))];

    internal IFault FaultOfTheBroker => new BrokerStopped(Broker, _servers);

    internal IFault FaultOfTheChannels => new ChannelLacking(_installation, _servers, _receiver, _subscriber, _traffic);

    private BrokerProcess Broker => _broker ?? throw new InvalidOperationException(BrokerFactAttribute.Missing);

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        // What is committed must outlive the server, though not the machine.
        _cluster = PostgreSqlCluster.Start("fsync=off", "full_page_writes=off");
        _database = new PostgreSqlServer(_cluster.ConnectionString).NewDatabase(isEmpty: false);
        _installation = Installation.For("faults", _database).With("Outbox__LeaseSeconds", "2");
        _receiver = await Receiver.StartAsync(_installation.Folder);
        if (_broker is not null)
        {
            await _broker.StartAsync();
            _installation.With("RabbitMq__Uri", _broker.Uri.OriginalString);
        }

        _servers = await Fleet.StartAsync(_installation.With("Webhooks__Url", _receiver.Url), Fleet.SizeOn(Engine));
        await Arrange.NoLimitAsync(_servers.Client);
        _strangers = await Strangers.MoveInAsync(_servers);
        _subscriber = await SubscribeAsync();
        _aftermath = new Aftermath(_installation, _receiver, _servers, _strangers, _subscriber);
        _traffic = new Traffic(_installation, _servers, _strangers);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _servers.DisposeAsync();
        await _receiver.DisposeAsync();
        await _installation.DisposeAsync();
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        await _cluster.DisposeAsync();
    }

    /// <summary>Has a fault meet a deletion at a step, among other requests.</summary>
    internal Task<Hit> StrikeAsync(IFault fault, string step) => TellingWhereAsync(fault.Name, step, async () =>
    {
        var family = await Family.CreateAsync(_servers.Client, _installation.Database, _strangers);
        var customers = await _traffic.PrepareAsync();
        await fault.PrepareAsync();
        Answer answer;
        Task<Func<Task>> others;
        await using (var moment = MomentOf(step))
        {
            await moment.HoldAsync();
            var deletion = _servers.Client.DeleteAsync(family.DeletePath);
            await Poll.UntilAsync(moment.IsReachedAsync, $"the deletion to come to {step}", _servers.Tail);
            others = _traffic.SendAsync(customers);
            others.IsCompleted.ShouldBeFalse("others must be on their way");
            await fault.StrikeAsync();
            await moment.DisposeAsync();
            answer = await deletion;
        }

        var judgeAsync = await others;
        await fault.MendAsync();
        await _servers.WaitForQuietAsync();
        await judgeAsync();
        return await _aftermath.JudgeAsync(fault.Name, step, family, answer);
    });

    /// <summary>Kills the process that is in the midst of a deletion's statements.</summary>
    internal Task<Hit> KillInStatementsAsync() => TellingWhereAsync(Crash.Fault, Steps.StatementsSent, async () =>
    {
        var family = await Family.CreateAsync(_servers.Client, _installation.Database, _strangers);
        await _servers.WaitForQuietAsync();
        var server = _servers.Next();
        Answer? answer;
        await using (var moment = new StatementsMoment(_database))
        {
            await moment.HoldAsync();
            var deletion = server.Client.TryDeleteAsync(family.DeletePath);
            await Poll.UntilAsync(moment.IsReachedAsync, "the deletion to wait in its statements", _servers.Tail);
            await server.KillAsync();
            answer = await deletion;
        }

        return await JudgeKilledAsync(Steps.StatementsSent, family, answer);
    });

    /// <summary>Kills the process that comes to a failpoint.</summary>
    internal Task<Hit> KillAtAsync(string step) => TellingWhereAsync(Crash.Fault, step, async () =>
    {
        var family = await Family.CreateAsync(_servers.Client, _installation.Database, _strangers);
        await _servers.WaitForQuietAsync();
        _installation.Failpoints.ArmKill(step);
        var deletion = _servers.Client.TryDeleteAsync(family.DeletePath);
        await Poll.UntilAsync(() => _installation.Failpoints.HasKilled(step), $"the process to reach {step}", _servers.Tail);
        await _servers.WaitForDeathAsync();
        _installation.Failpoints.Disarm(step);
        return await JudgeKilledAsync(step, family, await deletion);
    });

    /// <summary>Finishes what was left undone and looks at everything once more.</summary>
    internal Task FinishAsync()
    {
        _traffic.CheckSomeSucceeded();
        return _aftermath.FinishAsync(_traffic.Deleted);
    }

    private async Task<Hit> JudgeKilledAsync(string step, Family family, Answer? answer)
    {
        await _servers.ReplaceDeadAsync();
        await _servers.WaitForQuietAsync();
        return await _aftermath.JudgeAsync(Crash.Fault, step, family, answer?.Expecting(204));
    }

    private IMoment MomentOf(string step) => step switch
    {
        Steps.StatementsSent => new StatementsMoment(_database),
        Steps.MessageSent => new MessageMoment(Broker, _database),
        _ => new FailpointMoment(_installation.Failpoints, step),
    };

    private async Task<Subscriber?> SubscribeAsync()
    {
        if (_broker is null)
        {
            return null;
        }

        await _servers.WaitUntilHealthyAsync();
        return new Subscriber(await Consumer.BindAsync(_broker));
    }

    private async Task<Hit> TellingWhereAsync(string fault, string step, Func<Task<Hit>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{fault} at {step}:\n{failure.Message}\n{_servers.Tail()}", failure);
        }
    }
}
