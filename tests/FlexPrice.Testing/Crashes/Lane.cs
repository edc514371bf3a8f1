namespace FlexPrice.Testing.Crashes;

/// <summary>Servers that are killed and started again on the same database, over and over, and the process that receives what they announce.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private readonly Installation _installation;
    private readonly Receiver _receiver;
    private readonly Fleet _servers;
    private readonly Strangers _strangers;
    private readonly Aftermath _aftermath;

    private Lane(Installation installation, Receiver receiver, Fleet servers, Strangers strangers)
    {
        _installation = installation;
        _receiver = receiver;
        _servers = servers;
        _strangers = strangers;
        _aftermath = new Aftermath(installation, receiver, servers, strangers);
    }

    /// <summary>Crashes one after the other, then finishes what was left undone and looks at everything once more.</summary>
    public static async Task<IReadOnlyList<Hit>> RunAsync(Engine engine, int number, IReadOnlyList<Crash> crashes)
    {
        await using var lane = await StartAsync(engine, number);
        var families = new Queue<Family>(await lane.PrepareAsync(crashes.Sum(crash => crash.WaitingAt is null ? 1 : 2)));
        var hits = new List<Hit>();
        foreach (var crash in crashes)
        {
            try
            {
                hits.AddRange(await lane.CrashAsync(crash, families));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Killed at {crash}, lane {number}:\n{failure.Message}\n{lane._servers.Tail()}", failure);
            }
        }

        await lane._aftermath.FinishAsync([]);
        return hits;
    }

    public async ValueTask DisposeAsync()
    {
        await _servers.DisposeAsync();
        await _receiver.DisposeAsync();
        await _installation.DisposeAsync();
    }

    private static async Task<Lane> StartAsync(Engine engine, int number)
    {
        var installation = Installation.For($"crash-{number}", engine)
            .ForShortLives()
            .With("Outbox__LeaseSeconds", "2");
        var receiver = await Receiver.StartAsync(installation.Folder);
        var servers = await Fleet.StartAsync(installation.With("Webhooks__Url", receiver.Url), Fleet.SizeOn(engine));
        await Arrange.NoLimitAsync(servers.Client);
        return new Lane(installation, receiver, servers, await Strangers.MoveInAsync(servers));
    }

    private async Task<IReadOnlyList<Family>> PrepareAsync(int count)
    {
        var families = new List<Family>();
        for (var i = 0; i < count; i++)
        {
            families.Add(await Family.CreateAsync(_servers.Client, _installation.Database, _strangers));
        }

        await _servers.WaitForQuietAsync();
        return families;
    }

    private async Task<IReadOnlyList<Hit>> CrashAsync(Crash crash, Queue<Family> families)
    {
        var failpoints = _installation.Failpoints;
        var begun = new List<(string Step, Family Family, Task<Answer?> Answer)>();
        if (crash.WaitingAt is { } waitingAt)
        {
            failpoints.Hold(waitingAt);
            begun.Add(Begin(waitingAt, families.Dequeue()));
            await Poll.UntilAsync(() => failpoints.Reached(waitingAt) > 0, $"a deletion to come to {waitingAt}", _servers.Tail);
        }

        failpoints.ArmKill(crash.Step);
        begun.Add(Begin(crash.Step, families.Dequeue()));
        await Poll.UntilAsync(() => failpoints.HasKilled(crash.Step), $"the process to reach {crash.Step}; nothing is killed at a step that no deletion comes to", _servers.Tail);
        await _servers.WaitForDeathAsync();
        var answers = await Task.WhenAll(begun.Select(deletion => deletion.Answer));
        failpoints.Disarm(crash.Step);
        failpoints.Release(crash.WaitingAt ?? crash.Step);

        await _servers.ReplaceDeadAsync();
        await _servers.WaitForQuietAsync();
        var hits = new List<Hit>();
        foreach (var ((step, family, _), answer) in begun.Zip(answers))
        {
            hits.Add(await _aftermath.JudgeAsync(Crash.Fault, step, family, answer?.Expecting(204)));
        }

        return hits;
    }

    private (string Step, Family Family, Task<Answer?> Answer) Begin(string step, Family family) => (step, family, _servers.Client.TryDeleteAsync(family.DeletePath));
}
