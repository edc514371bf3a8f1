using System.Net;
using System.Net.Sockets;
using System.Text;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Requests;

/// <summary>A tenant that sends its bodies slowly or never to the end, over a real server, and another one that is answered all the while.</summary>
[Collection(RequestQueueTests.ThatAreShed)]
public sealed class FairLoadTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private const int Mebibyte = 1024 * 1024;
    private const int BodyBytes = 4 * Mebibyte;
    private const int Sockets = 60;

    private readonly List<TcpClient> _sockets = [];
    private ApiHost _host = null!;
    private World _slow = null!;
    private World _other = null!;

    private RequestQueue Queue => _host.Services.GetRequiredService<RequestQueue>();

    public Task InitializeAsync()
    {
        _host = NewHost(Engine.Of(this));
        _host.UseKestrel(0);
        _host.StartServer();
        _slow = World.Another(_host);
        _other = World.Another(_host);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _sockets.ForEach(socket => socket.Dispose());
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Tenant_WhenAnotherHoldsSixtySlowSockets_IsAnsweredAllTheWhile()
    {
        var reader = _slow.KeyWith("event_ingestor");
        using var shed = new Counted(FlexPriceTelemetry.RequestsShed);
        for (var i = 0; i < Sockets; i++)
        {
            await OpenAsync(reader, "/v1/events", announced: 1000, sent: 1);
        }

        for (var i = 0; i < 20; i++)
        {
            (await _other.Api.PostAsync("/v1/customers", new { external_id = Ids.ExternalId() })).ShouldBe(HttpStatusCode.Created);
        }

        foreach (var socket in _sockets)
        {
            (await FinishAsync(socket)).ShouldBe("HTTP/1.1 202 Accepted");
        }

        shed.Value.ShouldBe(0);
        await Poll.UntilAsync(() => Task.FromResult(Queue.Bytes), bytes => bytes == 0, "every body to be given back");
    }

    [Fact]
    public async Task Bodies_WhenTheyNeverEnd_TakeNoMoreMemoryThanThereIsForThemAndAnotherTenantIsAnswered()
    {
        for (var i = 0; i < 12; i++)
        {
            await OpenAsync(_slow.Key, "/v1/events/bulk", announced: 31 * Mebibyte, sent: Mebibyte - 1000);
        }

        await Poll.UntilAsync(() => Task.FromResult(Queue.Bytes), bytes => bytes > BodyBytes / 2, "bodies to come");
        Queue.Bytes.ShouldBeLessThanOrEqualTo(BodyBytes);
        var name = new string('x', 200);
        for (var i = 0; i < 5; i++)
        {
            var body = new { events = Enumerable.Range(0, 1000).Select(number => new { event_name = name, external_customer_id = "meter", properties = new { number } }) };
            (await _other.Api.PostAsync("/v1/events/bulk", body)).ShouldBe(HttpStatusCode.Accepted);
            Queue.Bytes.ShouldBeLessThanOrEqualTo(BodyBytes);
        }

        _sockets.ForEach(socket => socket.Dispose());
        await Poll.UntilAsync(() => Task.FromResult(Queue.Bytes), bytes => bytes == 0, "every body to be given back");
    }

    [Fact]
    public async Task Stranger_WhenTooManyWaitForTheirLookUp_IsToldToComeAgain()
    {
        const int places = 8;
        var strangers = Enumerable.Range(0, places).Select(address => Queue.AcquireUnknownCallerPermitAsync($"{address}", CancellationToken.None).AsTask()).ToList();
        using var shed = new Counted(FlexPriceTelemetry.RequestsShed);

        var answer = (await _host.ClientFor("unknown").GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.ServiceUnavailable);

        answer.Headers["Retry-After"].ShouldBe("1");
        ErrorBody.DefectOf(answer).ShouldBeNull();
        shed.Value.ShouldBe(1);
        foreach (var stranger in strangers)
        {
            (await stranger.WaitAsync(TimeSpan.FromSeconds(10))).ShouldNotBeNull().Dispose();
        }

        (await _host.ClientFor("unknown").GetAsync("/v1/customers")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string?> FinishAsync(TcpClient socket)
    {
        const string body = """{"event_name":"call","external_customer_id":"meter","properties":{}""";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body[1..].PadRight(998) + "}"));
        return await ReadLineAsync(socket);
    }

    private static async Task<string?> ReadLineAsync(TcpClient socket)
    {
        using var reader = new StreamReader(socket.GetStream(), Encoding.ASCII, leaveOpen: true);
        return await reader.ReadLineAsync();
    }

    private static ApiHost NewHost(Engine engine) => new(engine, services: services => services.AddSingleton(new LoadLimit(AtOnce: 2, Waiting: 6, BodyBytes)));

    // Until the server asks for the body, or answers.
    private async Task OpenAsync(string key, string path, int announced, int sent)
    {
        var socket = new TcpClient();
        _sockets.Add(socket);
        await socket.ConnectAsync("127.0.0.1", _host.ClientOptions.BaseAddress.Port);
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nx-api-key: {key}\r\nContent-Type: application/json\r\nContent-Length: {announced}\r\nExpect: 100-continue\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        if (await ReadLineAsync(socket) == "HTTP/1.1 100 Continue")
        {
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("{" + new string(' ', sent - 1)));
        }
    }
}
