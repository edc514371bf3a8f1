using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class SettingSpellingTests
{
    [Theory]
    [InlineData("Bootstrap_ApiKey", "Bootstrap__ApiKey")]
    [InlineData("BOOTSTRAP_APIKEY", "Bootstrap__ApiKey")]
    [InlineData("BOOTSTRAP_API_KEY", "Bootstrap__ApiKey")]
    [InlineData("Bootstrap___ApiKey", "Bootstrap__ApiKey")]
    [InlineData("Bootstrap-ApiKey", "Bootstrap__ApiKey")]
    [InlineData("Bootstap__ApiKey", "Bootstrap__ApiKey")]
    [InlineData("Bootstrap__PreviosApiKey", "Bootstrap__PreviousApiKey")]
    [InlineData("Webhook__Url", "Webhooks__Url")]
    [InlineData("WEBHOOK__URL", "Webhooks__Url")]
    [InlineData("Database__Providr", "Database__Provider")]
    [InlineData("Database__Migrate", "Database__MigrateOnStart")]
    [InlineData("Database__Provider__Name", "Database__Provider")]
    [InlineData("ConnectionString__FlexPrice", "ConnectionStrings__FlexPrice")]
    [InlineData("ConnectionStrings__FlexPric", "ConnectionStrings__FlexPrice")]
    [InlineData("Load__Zzz", "Load__AtOnce")]
    public void Check_WhenANameIsNearlyOurs_SaysWhichWasMeant(string variable, string meant) =>
        Check(variable).ShouldHaveSingleItem().ShouldBe($"{variable} is no setting: did you mean {meant}?");

    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("KEYS")]
    [InlineData("LOAD")]
    [InlineData("DATABASE_URL")]
    [InlineData("WEBHOOK_URL")]
    [InlineData("RABBITMQ_PORT")]
    [InlineData("ConnectionStrings__Default")]
    [InlineData("Logging__LogLevel__Default")]
    [InlineData("Kestrel__Endpoints__Main__Url")]
    [InlineData("AllowedHosts")]
    [InlineData("ASPNETCORE_URLS")]
    [InlineData("DOTNET_gcServer")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("KUBERNETES_SERVICE_HOST")]
    [InlineData("FLEXPRICE_PORT_8080_TCP")]
    public void Check_WhenANameIsSomebodyElses_LeavesItAlone(string variable) => Check(variable).ShouldBeEmpty();

    [Fact]
    public void Check_WhenNamesAreOurs_TakesThemInAnyCase()
    {
        foreach (var name in KnownSettings.Names)
        {
            Check(KnownSettings.AsVariable(name)).ShouldBeEmpty();
            Check(KnownSettings.AsVariable(name).ToUpperInvariant()).ShouldBeEmpty();
            Check(KnownSettings.AsVariable(name) + "__0").ShouldBeEmpty("an entry of a list");
        }
    }

    // As the provider of environment variables has it.
    private static List<string> Check(string variable)
    {
        var errors = new List<string>();
        SettingSpelling.Check(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(variable.Replace("__", ":", StringComparison.Ordinal), (string?)"x")]).Build(), errors);
        return errors;
    }
}
