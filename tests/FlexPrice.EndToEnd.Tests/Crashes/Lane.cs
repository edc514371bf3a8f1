namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>Servers that are killed and started again on the same database, over and over, and the process that receives what they announce.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private readonly Installation _installation;
    private readonly Receiver _receiver;
    private readonly Traces _traces;
    private readonly List<Family> _whole = [];
    private readonly List<Family> _gone = [];
    private readonly Fleet _servers;

    private Lane(Installation installation, Receiver receiver, Fleet servers)
    {
        _installation = installation;
        _receiver = receiver;
        _servers = servers;
        _traces = new Traces(installation.Database);
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

        await lane.FinishAsync();
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
        // A hundred starts: the runtime's settings spend less on code that lives for two seconds.
        var installation = Installation.For($"crash-{number}", engine)
            .With("Outbox__LeaseSeconds", "2")
            .With("DOTNET_TieredPGO", "0")
            .With("DOTNET_TC_CallCountThreshold", "2000")
            .With("DOTNET_EnableWriteXorExecute", "0");
        var receiver = await Receiver.StartAsync(installation.Folder);
        var servers = await Fleet.StartAsync(installation.With("Webhooks__Url", receiver.Url), Fleet.SizeOn(engine));
        await Given.NoLimitAsync(servers.Client);
        return new Lane(installation, receiver, servers);
    }

    private async Task<IReadOnlyList<Family>> PrepareAsync(int count)
    {
        var families = new List<Family>();
        for (var i = 0; i < count; i++)
        {
            families.Add(await Family.CreateAsync(_servers.Client, _installation.Database));
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
        await _traces.CheckIntegrityAsync();
        var hits = new List<Hit>();
        foreach (var ((step, family, _), answer) in begun.Zip(answers))
        {
            hits.Add(await JudgeAsync(step, family, answer));
        }

        return hits;
    }

    private (string Step, Family Family, Task<Answer?> Answer) Begin(string step, Family family) => (step, family, _servers.Client.TryDeleteAsync(family.DeletePath));

    private async Task<Hit> JudgeAsync(string step, Family family, Answer? answer)
    {
        answer?.Expecting(204);
        var committed = await _installation.Database.CountAsync("SELECT count(*) FROM deletions WHERE customer_id = @id", ("@id", family.Root)) > 0;
        (committed || answer is null).ShouldBeTrue("the caller was told 204 about a deletion that is lost");
        if (committed)
        {
            await CheckGoneAsync(family);
            _gone.Add(family);
        }
        else
        {
            await CheckWholeAsync(family);
            _whole.Add(family);
        }

        return new Hit(step, committed, answer is not null);
    }

    private async Task CheckWholeAsync(Family family)
    {
        (await _traces.SnapshotAsync(family.Everything)).ShouldBe(family.Before, "a deletion that was rolled back has changed something");
        (await _servers.Client.GetAsync($"/v1/customers/{family.Root}")).Expecting(200);
        (await _servers.Client.GetAsync($"/v1/customers/{family.Child}")).Expecting(200);
        family.Members.ShouldAllBe(member => !_receiver.Announcements().Contains(member), "a deletion that was rolled back was announced");
    }

    private async Task CheckGoneAsync(Family family)
    {
        (await _traces.LeftoversAsync(family.Ids)).ShouldBeEmpty("rows of the deleted");
        var announcements = _receiver.Announcements();
        foreach (var member in family.Members)
        {
            await _traces.CheckEvidenceAsync(member);
            var deletion = (await _servers.Client.GetAsync($"/v1/customers/{member}")).Expecting(404).Detail("deletion_id")?.GetString();
            var record = (await _servers.Client.GetAsync($"/v1/deletions/{deletion}")).Expecting(200).Json;
            record.GetProperty("state").GetString().ShouldBe("completed", record.ToString());
            record.GetProperty("usage_events_erased").GetInt64().ShouldBe(1, record.ToString());
            announcements[member].Select(delivery => delivery.MessageId).Distinct().ShouldHaveSingleItem($"announcements of {member}");
            announcements[member].ShouldAllBe(delivery => delivery.Data.GetProperty("deletion_id").GetString() == deletion);
        }

        await CheckInvoicesAsync(family);
        await CheckEveryEdgeWasThereAsync(family);
    }

    private async Task CheckInvoicesAsync(Family family)
    {
        foreach (var invoice in family.Invoices)
        {
            var retained = (await _servers.Client.GetAsync($"/v1/invoices/{invoice}")).Expecting(200).Json;
            retained.GetProperty("deletion_id").GetString().ShouldStartWith("del_");
            retained.GetProperty("bill_to").GetProperty("name").GetString().ShouldBe("Ada Lovelace", "the seal opens");
            retained.GetProperty("invoice_number").GetString().ShouldStartWith("INV-");
        }

        var numbers = await _installation.Database.RowsAsync("SELECT count(invoice_number), count(DISTINCT invoice_number), (SELECT last_number FROM invoice_counters) FROM invoices");
        numbers[0][0].ShouldBe(numbers[0][1], "numbers given twice");
        numbers[0][0].ShouldBe(numbers[0][2], "numbers that are lost");
    }

    // Killing between two edges proves nothing about an edge that had nothing to do.
    private async Task CheckEveryEdgeWasThereAsync(Family family)
    {
        var rows = await _installation.Database.RowsAsync("SELECT edges FROM deletions WHERE customer_id IN (@root, @child)", ("@root", family.Root), ("@child", family.Child));
        var counts = rows.SelectMany(row => System.Text.Json.JsonElement.Parse((string)row[0]!).EnumerateArray())
            .ToLookup(edge => edge.GetProperty("edge").GetString(), edge => edge.GetProperty("count").GetInt64());
        counts.ShouldAllBe(edge => edge.Sum() > 0, string.Join('\n', rows.Select(row => row[0])));
    }

    private async Task FinishAsync()
    {
        foreach (var family in _whole)
        {
            (await _servers.Client.DeleteAsync(family.DeletePath)).Expecting(204);
        }

        await _servers.WaitForQuietAsync();
        foreach (var family in _whole.Concat(_gone))
        {
            await CheckGoneAsync(family);
        }

        var deleted = _whole.Concat(_gone).SelectMany(family => family.Members).ToList();
        _receiver.Announcements().Select(customer => customer.Key).ShouldBe(deleted, ignoreOrder: true, "who was announced as deleted");
        (await _installation.Database.CountAsync("SELECT count(*) FROM deletions")).ShouldBe(deleted.Count, "deletion records");
        (await _installation.Database.RowsAsync("SELECT reaction, last_error FROM outbox_messages")).ShouldBeEmpty("messages that were given up");
    }
}
