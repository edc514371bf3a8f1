using FlexPrice.Api.CommandLine;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace FlexPrice.Api.Tests.CommandLine;

public sealed class ServeVerbTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Signal_WhenItComesBeforeTheHostListensForSignals_EndsTheStart()
    {
        using var signals = new CancellationTokenSource();
        var startup = Substitute.For<IDatabaseInitializer>();
        startup.RunAsync(Arg.Any<CancellationToken>()).Returns(_ =>
        {
            signals.Cancel();
            return (SampleFamily?)null;
        });
        await using var app = Build(startup);
        var hasStarted = false;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            hasStarted = true;
            app.Lifetime.StopApplication();
        });

        await Should.ThrowAsync<OperationCanceledException>(() => ServeVerb.RunAsync(app, signals.Token).WaitAsync(Soon));

        hasStarted.ShouldBeFalse();
    }

    [Fact]
    public async Task Signal_WhenItComesWhileTheHostServes_EndsItInOrder()
    {
        using var signals = new CancellationTokenSource();
        await using var app = Build(Substitute.For<IDatabaseInitializer>());
        app.Lifetime.ApplicationStarted.Register(signals.Cancel);

        (await ServeVerb.RunAsync(app, signals.Token).WaitAsync(Soon)).ShouldBe(ExitCode.Success);
    }

    // Includes the services that the middleware needs when it is built; no request is sent.
    private static WebApplication Build(IDatabaseInitializer startup)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddApi()
            .AddSingleton(startup)
            .AddSingleton(Substitute.For<IServerClaim>())
            .AddSingleton(new StartProgress())
            .AddSingleton(new RequestLimit(PerSecond: null, Burst: 1))
            .AddSingleton(new TrustedProxies([]))
            .AddSingleton(TimeProvider.System);
        return builder.Build();
    }
}
