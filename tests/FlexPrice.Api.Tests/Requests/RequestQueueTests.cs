using System.Net;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>Many more requests than database connections, while the database does not answer.</summary>
[Collection(ThatAreShed)]
public sealed class RequestQueueTests : IOn<PostgreSqlEngine>, IAsyncLifetime
{
    /// <summary>Tests with rejected requests run in sequence: rejections are counted per process.</summary>
    internal const string ThatAreShed = "requests that are shed";

    private const int AtOnce = 4;
    private const int Waiting = 12;
    private const int Requests = 240;
    private const int EveryDeletion = 3;

    private ApiHost _host = null!;
    private World _world = null!;

    public Task InitializeAsync()
    {
        _host = NewHost();
        _world = World.Of(_host);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Requests_WhenFarTooManyCome_AreShedAtOnceOrAnsweredRightAndHealthAnswers()
    {
        var customers = await CustomersAsync(Requests / EveryDeletion);
        using var shed = new Counted(FlexPriceTelemetry.RequestsShed);
        List<Task<Answer>> calls;
        var nobody = _host.ClientFor(null);
        await using (var blocker = await LockAsync())
        {
            calls = [.. Enumerable.Range(0, Requests).Select(number => CallAsync(number, customers))];
            await Poll.UntilAsync(() => Task.FromResult(calls.Count(call => call.IsCompleted)), done => done == Requests - AtOnce - Waiting, "all but those who have a place to be turned away");

            await Poll.UntilAsync(blocker.WaitingAsync, waiting => waiting == AtOnce, "no more statements than turns");
            (await nobody.GetAsync("/health/live")).ShouldBe(HttpStatusCode.OK);
            (await nobody.GetAsync("/health/ready")).ShouldBe(HttpStatusCode.OK);
        }

        var answers = await Task.WhenAll(calls);
        var refused = answers.Where(answer => answer.Status == HttpStatusCode.ServiceUnavailable).ToList();
        refused.Count.ShouldBe(Requests - AtOnce - Waiting);
        refused.ShouldAllBe(answer => answer.Message == "Too many requests are waiting" && ErrorBody.DefectOf(answer) == null && answer.Headers["Retry-After"] == "1");
        shed.Value.ShouldBe(refused.Count);
        ShouldBeDoneOrUntouched(customers, answers);
    }

    [Fact]
    public async Task Request_WhenItWaitsTooLongForItsTurn_IsAnswered503()
    {
        var customers = await CustomersAsync(AtOnce + 1);
        _host.Limit(TimeSpan.FromSeconds(1));
        await using (await LockAsync())
        {
            var answers = await Task.WhenAll(customers.Select(customer => _world.Api.DeleteAsync($"/v1/customers/{customer}")));

            answers.Select(answer => answer.Message).ShouldAllBe(message => message == "The request took too long");
        }

        _host.Database.Count("customers").ShouldBe(customers.Length);
        _host.Limit(TimeSpan.FromSeconds(60));
        (await _world.Api.DeleteAsync($"/v1/customers/{customers[0]}")).ShouldBe(HttpStatusCode.NoContent);
    }

    private static ApiHost NewHost()
    {
        var database = new PostgreSqlEngine().NewDatabase();
        return new ApiHost(
            database,
            settings:
            [
                ("ConnectionStrings:FlexPrice", $"{database.Settings["ConnectionStrings:FlexPrice"]};Maximum Pool Size={AtOnce + 1}"),
                ("Load:AtOnce", $"{AtOnce}"),
                ("Load:Waiting", $"{Waiting}"),
            ]);
    }

    private async Task<string[]> CustomersAsync(int count)
    {
        var customers = new List<string>();
        foreach (var some in Enumerable.Range(0, count).Chunk(Waiting))
        {
            customers.AddRange(await Task.WhenAll(some.Select(_ => _world.CustomerAsync())));
        }

        return [.. customers];
    }

    private Task<OpenTransaction> LockAsync() => OpenTransaction.LockAsync(_host.Database, "LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");

    private Task<Answer> CallAsync(int number, string[] customers)
    {
        var path = $"/v1/customers/{customers[number / EveryDeletion]}";
        return number % EveryDeletion == 0 ? _world.Api.DeleteAsync(path) : _world.Api.GetAsync(path);
    }

    private void ShouldBeDoneOrUntouched(string[] customers, Answer[] answers)
    {
        var deleted = customers.Where((_, index) => answers[index * EveryDeletion].Status == HttpStatusCode.NoContent).ToList();
        deleted.ShouldNotBeEmpty();
        _host.Database.Lines("SELECT id FROM customers").ShouldBe(customers.Except(deleted), ignoreOrder: true);
        _host.Database.Lines("SELECT customer_id FROM deletions").ShouldBe(deleted, ignoreOrder: true);
        var readings = answers.Where((answer, number) => number % EveryDeletion != 0 && answer.Status != HttpStatusCode.ServiceUnavailable).ToList();
        readings.ShouldNotBeEmpty();
        readings.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.NotFound);
    }
}
