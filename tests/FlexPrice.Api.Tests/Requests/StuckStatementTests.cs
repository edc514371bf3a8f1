using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using System.Net;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>A statement of a request waits for another transaction's lock. When the request times out or its caller leaves, the statement ends too.</summary>
public sealed class StuckStatementTests : IOn<PostgreSqlEngine>, IAsyncLifetime
{
    private FakeLoggerProvider _log = null!;
    private ApiHost _host = null!;
    private World _world = null!;
    private string _customer = null!;

    public async Task InitializeAsync()
    {
        (_host, _log) = NewHost(Engine.Of(this));
        _world = World.Of(_host);
        _customer = await _world.CustomerAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("DELETE", "SELECT 1 FROM customers FOR UPDATE")]
    [InlineData("GET", "LOCK TABLE customers IN ACCESS EXCLUSIVE MODE")]
    public async Task Request_WhenItTakesTooLong_IsAnswered503AndItsStatementIsCancelled(string method, string locking)
    {
        var before = _host.Database.Dump();
        await using (var blocker = await OpenTransaction.LockAsync(_host.Database, locking))
        {
            _host.Limit(TimeSpan.FromSeconds(1));
            var answer = await _world.Api.SendAsync(new HttpMethod(method), $"/v1/customers/{_customer}", content: null);

            answer.ShouldBeError(HttpStatusCode.ServiceUnavailable, "service_unavailable", "The request took too long");
            answer.Headers["Retry-After"].ShouldBe("1");
            (await blocker.BusyAsync()).ShouldBe(0);
        }

        _host.Database.Dump().Everything.ShouldBe(before.Everything);
        _host.Limit(TimeSpan.FromSeconds(60));
        (await _world.Api.DeleteAsync($"/v1/customers/{_customer}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Request_WhenItsCallerHangsUp_IsGivenUpWithItsStatementAndIsNoFailure()
    {
        var before = _host.Database.Dump();
        await using (var blocker = await OpenTransaction.LockAsync(_host.Database, "SELECT 1 FROM customers FOR UPDATE"))
        {
            using var hangUp = new CancellationTokenSource();
            var call = CallAsync(hangUp.Token);
            await Poll.UntilAsync(blocker.WaitingAsync, waiting => waiting == 1, "a statement that waits");

            await hangUp.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(call);
            await Poll.UntilAsync(blocker.BusyAsync, busy => busy == 0, "the statement's end");
            await Poll.UntilAsync(() => Task.FromResult(_log.Text), text => text.Contains("DELETE /v1/customers/{id} answered 499", StringComparison.Ordinal), "the request's end");
        }

        _host.Database.Dump().Everything.ShouldBe(before.Everything);
        _log.Text.Split('\n').Where(line => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal)).ShouldBeEmpty();
        (await _world.Api.DeleteAsync($"/v1/customers/{_customer}")).ShouldBe(HttpStatusCode.NoContent);
    }

    private static (ApiHost Host, FakeLoggerProvider Log) NewHost(Engine engine)
    {
        var log = new FakeLoggerProvider();
        return (new ApiHost(engine, services: log.Replace, settings: ("Logging:LogLevel:Default", "Information")), log);
    }

    private async Task CallAsync(CancellationToken hangUp)
    {
        using var http = _host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/v1/customers/{_customer}");
        request.Headers.Add("x-api-key", _world.Key);
        using var response = await http.SendAsync(request, hangUp);
    }
}
