namespace FlexPrice.Testing.Crashes;

/// <summary>What became of deletions that were cut off: by the database, by what the servers answer, and by what was announced.</summary>
internal sealed class Aftermath(Installation installation, Receiver receiver, Fleet servers, Strangers strangers, Subscriber? subscriber = null)
{
    private readonly Traces _traces = new(installation.Database, strangers.Environments);
    private readonly List<Family> _whole = [];
    private readonly List<Family> _gone = [];

    /// <summary>Decides whether the customer is unchanged or deleted, and refuses everything between.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="step">Where the deletion was.</param>
    /// <param name="family">The family to delete.</param>
    /// <param name="answer">The caller's answer; null for none.</param>
    public async Task<Hit> JudgeAsync(string fault, string step, Family family, Answer? answer)
    {
        await _traces.CheckIntegrityAsync();
        await strangers.CheckSeeNothingAsync(family.Root);
        await strangers.CheckUntouchedAsync();
        var committed = await installation.Database.CountAsync("SELECT count(*) FROM deletions WHERE customer_id = @id", ("@id", family.Root)) > 0;
        answer?.Code.ShouldBe(committed ? 204 : 503, $"{answer} of a deletion that is {(committed ? "done" : "not done")}");
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

        return new Hit(fault, step, committed, answer?.Code);
    }

    private async Task CheckWholeAsync(Family family)
    {
        (await _traces.SnapshotAsync(family.Everything)).ShouldBe(family.Before, "a deletion that was rolled back has changed something");
        (await servers.Client.GetAsync($"/v1/customers/{family.Root}")).Expecting(200);
        (await servers.Client.GetAsync($"/v1/customers/{family.Child}")).Expecting(200);
        family.Members.ShouldAllBe(member => !receiver.Announcements().Contains(member), "a deletion that was rolled back was announced");
        if (subscriber is not null)
        {
            var messages = await subscriber.ReceivedAsync();
            family.Members.ShouldAllBe(member => messages[member].All(message => message.Type != "customer.deleted"), "a deletion that was rolled back was told to the broker");
        }
    }

    private async Task CheckGoneAsync(Family family)
    {
        (await _traces.LeftoversAsync(family.Ids)).ShouldBeEmpty("rows of the deleted");
        (await _traces.FindAsync(family.ExternalIds)).ShouldBeEmpty("personal values of the deleted");
        var announcements = receiver.Announcements();
        foreach (var member in family.Members)
        {
            await _traces.CheckEvidenceAsync(member);
            var deletion = (await servers.Client.GetAsync($"/v1/customers/{member}")).Expecting(404).Detail("deletion_id")?.GetString();
            var record = (await servers.Client.GetAsync($"/v1/deletions/{deletion}")).Expecting(200).Element;
            record.GetProperty("state").GetString().ShouldBe("completed", record.ToString());
            record.GetProperty("usage_events_erased").GetInt64().ShouldBe(1, record.ToString());
            announcements[member].Select(delivery => delivery.MessageId).Distinct().ShouldHaveSingleItem($"announcements of {member}");
            announcements[member].ShouldAllBe(delivery => delivery.Data.GetProperty("deletion_id").GetString() == deletion);
            await CheckToldByBrokerAsync(member, deletion);
        }

        await CheckInvoicesAsync(family);
        await CheckEveryEdgeWasThereAsync(family);
    }

    private async Task CheckToldByBrokerAsync(string member, string? deletion)
    {
        if (subscriber is null)
        {
            return;
        }

        var messages = (await subscriber.ReceivedAsync())[member].ToList();
        var announced = receiver.Deliveries().Where(delivery => delivery.Subject == member).DistinctBy(delivery => delivery.MessageId).Select(delivery => delivery.EventType);
        messages.Select(message => message.Type).ShouldBe(announced, $"what the broker and the receiver of webhooks were told of {member}");
        messages[0].Type.ShouldBe("customer.created");
        messages[^1].Type.ShouldBe("customer.deleted");
        messages[^1].Body["data"]!["deletion_id"]!.GetValue<string>().ShouldBe(deletion);
    }

    private async Task CheckInvoicesAsync(Family family)
    {
        foreach (var invoice in family.Invoices)
        {
            var retained = (await servers.Client.GetAsync($"/v1/invoices/{invoice}")).Expecting(200).Element;
            retained.GetProperty("deletion_id").GetString().ShouldStartWith("del_");
            retained.GetProperty("bill_to").GetProperty("name").GetString().ShouldBe("Ada Lovelace", "the seal opens");
            retained.GetProperty("invoice_number").GetString().ShouldStartWith("INV-");
        }

        var numbers = await installation.Database.RowsAsync("SELECT count(invoice_number), count(DISTINCT invoice_number), (SELECT last_number FROM invoice_counters) FROM invoices");
        numbers[0][0].ShouldBe(numbers[0][1], "numbers given twice");
        numbers[0][0].ShouldBe(numbers[0][2], "numbers that are lost");
    }

    // Killing between two edges proves nothing about an edge that had nothing to do.
    private async Task CheckEveryEdgeWasThereAsync(Family family)
    {
        var rows = await installation.Database.RowsAsync("SELECT edges FROM deletions WHERE customer_id IN (@root, @child)", ("@root", family.Root), ("@child", family.Child));
        var counts = rows.SelectMany(row => System.Text.Json.JsonElement.Parse((string)row[0]!).EnumerateArray())
            .ToLookup(edge => edge.GetProperty("edge").GetString(), edge => edge.GetProperty("count").GetInt64());
        counts.ShouldAllBe(edge => edge.Sum() > 0, string.Join('\n', rows.Select(row => row[0])));
    }

    /// <summary>Finishes what was left undone and looks at everything once more.</summary>
    /// <param name="others">Other customers that were deleted meanwhile.</param>
    public async Task FinishAsync(IReadOnlyCollection<string> others)
    {
        foreach (var family in _whole)
        {
            (await servers.Client.DeleteAsync(family.DeletePath)).Expecting(204);
        }

        await servers.WaitForQuietAsync();
        _gone.AddRange(_whole);
        _whole.Clear();
        foreach (var family in _gone)
        {
            await CheckGoneAsync(family);
        }

        var deleted = _gone.SelectMany(family => family.Members).Concat(others).ToList();
        await strangers.CheckUntouchedAsync();
        receiver.Announcements().Select(customer => customer.Key).ShouldBe(deleted, ignoreOrder: true, "who was announced as deleted");
        (await installation.Database.CountAsync("SELECT count(*) FROM deletions")).ShouldBe(deleted.Count, "deletion records");
        (await installation.Database.RowsAsync("SELECT reaction, last_error FROM outbox_messages")).ShouldBeEmpty("messages that were given up");
        CheckLogs();
    }

    private void CheckLogs()
    {
        var lines = installation.Logs().SelectMany(File.ReadLines).ToList();
        lines.ShouldContain(line => line.Contains("DELETE /v1/customers/{id}", StringComparison.Ordinal), "the logs are those of the deletions");
        var personal = _gone.SelectMany(family => family.ExternalIds).ToList();
        lines.Where(line => personal.Exists(value => line.Contains(value, StringComparison.Ordinal))).ShouldBeEmpty("personal values in the logs");
    }
}
