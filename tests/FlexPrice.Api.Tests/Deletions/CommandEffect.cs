using System.Net;

namespace FlexPrice.Api.Tests.Deletions;

/// <summary>A command that was carried out: the answer, the difference in every table, the events announced.</summary>
internal sealed record CommandEffect(Answer Answer, IReadOnlyDictionary<string, TableDifference> Rows, IReadOnlyList<Announcement> Announced)
{
    private static readonly string[] Bookkeeping = ["audit_entries", "deletions", "outbox_messages", "fences", "past_holdings"];

    public string DeletionId => Answer.Headers["FlexPrice-Deletion-Id"];

    public static async Task<CommandEffect> DoneAsync(World world, Func<Task<Answer>> command)
    {
        var (before, mark) = (world.Database.Dump(), world.Host.OutboxMark());
        var answer = await command();
        return new CommandEffect(answer, world.Database.Dump().Since(before), world.Host.AnnouncedSince(mark));
    }

    /// <summary>Deletes and expects the 204.</summary>
    public static async Task<CommandEffect> DeletedAsync(World world, string customer, string query = "")
    {
        var deed = await DoneAsync(world, () => world.Api.DeleteAsync($"/v1/customers/{customer}{query}"));
        deed.Answer.ShouldBe(HttpStatusCode.NoContent);
        deed.Answer.Text.ShouldBeEmpty();
        deed.Deleted("customers").ShouldContain(customer);
        return deed;
    }

    /// <summary>Expects a refusal with blockers that changes nothing at all.</summary>
    public static async Task<Answer> RefusedAsync(World world, string customer, string query = "")
    {
        var before = world.Database.Dump();
        var answer = await world.Api.DeleteAsync($"/v1/customers/{customer}{query}");
        answer.ShouldBeError(HttpStatusCode.BadRequest, "invalid_operation");
        foreach (var blocker in answer.Blockers)
        {
            blocker.Select(part => part.Key).ShouldBe(["edge", "count", "message", "fix", "ids"], ignoreOrder: true);
            blocker["fix"]!.GetValue<string>().ShouldNotBeEmpty();
        }

        world.Database.Dump().ShouldEqual(before, "The refusal");
        return answer;
    }

    public IReadOnlyList<string> Deleted(string table) => IdsOf(In(table).Deleted);

    public IReadOnlyList<string> Updated(string table) => IdsOf(In(table).Updated);

    public IReadOnlyList<string> Added(string table) => IdsOf(In(table).Added);

    /// <summary>No other table than these and the bookkeeping has changed.</summary>
    public CommandEffect ShouldTouchOnly(params string[] tables)
    {
        Rows.Keys.Except(tables).Except(Bookkeeping).ShouldBeEmpty();
        return this;
    }

    /// <summary>Exactly these events were announced, in any order.</summary>
    public CommandEffect ShouldAnnounce(params (string Name, string Field, string Id)[] events)
    {
        Announced.Select(happened => (happened.Name, Id: events.Where(expected => expected.Name == happened.Name).Select(expected => happened.Of(expected.Field)).FirstOrDefault()))
            .ShouldBe(events.Select(expected => (expected.Name, (string?)expected.Id)), ignoreOrder: true);
        return this;
    }

    private static List<string> IdsOf(IEnumerable<string> keys) => [.. keys.Select(key => key[(key.LastIndexOf('|') + 1)..])];

    private TableDifference In(string table) => Rows.GetValueOrDefault(table, TableDifference.None);
}
