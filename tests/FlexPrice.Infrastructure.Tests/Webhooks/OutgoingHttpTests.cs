using FlexPrice.Application;
using FlexPrice.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace FlexPrice.Infrastructure.Tests.Webhooks;

public sealed class OutgoingHttpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-http-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Client_WhenItIsOneOfTheProducts_FollowsNoRedirectAndKeepsNoCookie()
    {
        var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Webhooks:Url"] = "https://example.com" }).Build(),
            new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = _folder.FullName });

        var clients = NamesIn(services);
        clients.Count.ShouldBeGreaterThan(1);
        clients.ShouldContain("HttpWebhookSender");
        (await DefectsAsync(services)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Client_WhenItFollowsRedirects_IsCaught()
    {
        var services = new ServiceCollection().AddOutgoingHttp();
        services.AddHttpClient("good");
        services.AddHttpClient("bad").ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
        services.AddHttpClient("old").ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());

        (await DefectsAsync(services)).ShouldBe(["bad", "old"], ignoreOrder: true);
    }

    private static async Task<IReadOnlyList<string>> DefectsAsync(IServiceCollection services)
    {
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        return [.. NamesIn(services).Where(name => Primary(factory.CreateHandler(name)) is not SocketsHttpHandler { AllowAutoRedirect: false, UseCookies: false })];
    }

    // The empty name is the client without a name.
    private static HashSet<string> NamesIn(IServiceCollection services) =>
        [.. services.Select(service => service.ImplementationInstance).OfType<ConfigureNamedOptions<HttpClientFactoryOptions>>().Select(options => options.Name).OfType<string>(), ""];

    private static HttpMessageHandler? Primary(HttpMessageHandler? handler) => handler is DelegatingHandler outer ? Primary(outer.InnerHandler) : handler;
}
