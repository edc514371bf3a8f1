using System.Collections.Concurrent;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Tests.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Api.Tests.Access;

/// <summary>An endpoint's permission is that of the command or query it says it sends, so that it must be the one it does send.</summary>
public sealed class SentMessageTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private readonly ConcurrentQueue<Type> _sent = [];
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
            if (!_sent.TryPeek(out var first) || said.GetValueOrDefault(endpoint.Name) != first)
            {
                wrong.Add($"{endpoint.Name} says {said.GetValueOrDefault(endpoint.Name)?.Name} and sends {first?.Name}");
            }
        }

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

    private static ApiHost NewHost(Engine engine, ConcurrentQueue<Type> sent) =>
        new(engine, services: services => services.Decorate<IDispatcher>(inner => new Recorded(inner, sent)));

    private sealed class Recorded(IDispatcher inner, ConcurrentQueue<Type> sent) : IDispatcher
    {
        public Task<TResponse> ExecuteAsync<TResponse>(ICaller caller, ICommand<TResponse> command, CancellationToken cancellationToken)
            where TResponse : IResult<TResponse>
        {
            sent.Enqueue(command.GetType());
            return inner.ExecuteAsync(caller, command, cancellationToken);
        }

        public Task<TResponse> QueryAsync<TResponse>(ICaller caller, IQuery<TResponse> query, CancellationToken cancellationToken)
            where TResponse : IResult<TResponse>
        {
            sent.Enqueue(query.GetType());
            return inner.QueryAsync(caller, query, cancellationToken);
        }
    }
}
