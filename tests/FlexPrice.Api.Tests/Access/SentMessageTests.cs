using System.Collections.Concurrent;
using System.Text.Json;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Tests.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Access;

/// <summary>An endpoint's permission is that of its declared command or query, so it must send the declared one.</summary>
public sealed class SentMessageTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private const string Expands = "Which further query is sent: it changes the answer, not the first message.";
    private const string CheckedOnly = "As in FlexPrice, checked and not applied.";

    /// <summary>What no message holds, and why.</summary>
    private static readonly Dictionary<string, string> NotSent = new(StringComparer.Ordinal)
    {
        ["GET /v1/customers ?expand"] = Expands,
        ["GET /v1/customers ?start_time"] = CheckedOnly,
        ["GET /v1/customers ?end_time"] = CheckedOnly,
        ["GET /v1/customers/external/{external_id} ?expand"] = Expands,
        ["GET /v1/customers/lookup/{key} ?expand"] = Expands,
        ["GET /v1/customers/{id} ?expand"] = Expands,
        ["POST /v1/customers/search expand"] = Expands,
        ["POST /v1/customers/search start_time"] = CheckedOnly,
        ["POST /v1/customers/search end_time"] = CheckedOnly,
        ["POST /v1/customers/search filters[].value.boolean"] = "No field of a customer is compared with one.",
        ["POST /v1/subscriptions/{id}/cancel reason"] = "Said again in the answer, and not kept.",
    };

    private readonly ConcurrentQueue<object> _sent = [];
    private ApiHost _host = null!;

    public Task InitializeAsync()
    {
        _host = NewHost(Engine.Of(this), _sent);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Endpoint_WhenItIsCalled_SendsFirstWhatItSays()
    {
        var (world, wrong) = (World.Of(_host), new List<string>());
        var said = _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<SendsMetadata>() is not null)
            .ToDictionary(
                endpoint => $"{endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.ShouldHaveSingleItem()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}",
                endpoint => endpoint.Metadata.GetRequiredMetadata<SendsMetadata>().Message,
                StringComparer.Ordinal);
        foreach (var endpoint in ApiEndpoint.Of(_host))
        {
            _sent.Clear();
            await endpoint.SendAsync(world.Api, Ids.New("cust"));
            if (!_sent.TryPeek(out var first) || said.GetValueOrDefault(endpoint.Name) != first.GetType())
            {
                wrong.Add($"{endpoint.Name} says {said.GetValueOrDefault(endpoint.Name)?.Name} and sends {first?.GetType().Name}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_WhenOneFieldIsAnother_SendsAnotherMessage()
    {
        var (world, wrong, fields, known) = (World.Of(_host), new List<string>(), 0, NotSent.Keys.ToHashSet(StringComparer.Ordinal));
        foreach (var (endpoint, field) in RequestField.Of(_host))
        {
            fields++;
            var messages = new List<string>();
            foreach (var value in new[] { false, true })
            {
                _sent.Clear();
                var answer = await field.SendAsync(world.Api, value);
                messages.Add(_sent.TryPeek(out var first) ? $"{first.GetType().Name} {JsonSerializer.Serialize(first, first.GetType())}" : $"nothing: {answer.Text}");
            }

            known.Remove(field.Name);
            var reaches = messages[0] != messages[1] && !messages.Exists(message => message.StartsWith("nothing", StringComparison.Ordinal));
            var stays = NotSent.ContainsKey(field.Name);
            if (reaches == stays)
            {
                wrong.Add(stays
                    ? $"{field.Name} reaches {endpoint.Name}: take it out of NotSent in SentMessageTests."
                    : $"{endpoint.Name} does not send {field.Name} on: map it where the request becomes a message (ToCommand, ToQuery, BindAsync, or the endpoint itself), or say in NotSent of SentMessageTests why it stays behind (docs/guides/add-a-command.md, Body). It sent {messages[0]} and {messages[1]}");
            }
        }

        fields.ShouldBeGreaterThan(150);
        known.ShouldBeEmpty("There is no such field any more: take it out of NotSent.");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Endpoint_WhenItDoesNotSayWhatItSends_IsNotServed()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        var group = app.MapGroup("/v1");
        group.RequireSendsMetadata();
        group.MapGet("/stray", () => "");

        Should.Throw<InvalidOperationException>(() => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList()).Message.ShouldContain("/v1/stray");
    }

    private static ApiHost NewHost(Engine engine, ConcurrentQueue<object> sent) =>
        new(engine, services: services => services.Decorate<IDispatcher>(_ => new Recorded(sent)));

    // Nothing is done: only what is sent first is looked at.
    private sealed class Recorded(ConcurrentQueue<object> sent) : IDispatcher
    {
        public Task<TResponse> ExecuteAsync<TResponse>(ICaller caller, ICommand<TResponse> command, CancellationToken cancellationToken)
            where TResponse : IResult<TResponse> => Refuse<TResponse>(command);

        public Task<TResponse> QueryAsync<TResponse>(ICaller caller, IQuery<TResponse> query, CancellationToken cancellationToken)
            where TResponse : IResult<TResponse> => Refuse<TResponse>(query);

        private Task<TResponse> Refuse<TResponse>(object message)
            where TResponse : IResult<TResponse>
        {
            sent.Enqueue(message);
            return Task.FromResult(TResponse.Failure(new Error(ErrorKind.NotFound, "Not done")));
        }
    }
}
