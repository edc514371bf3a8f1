using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class FlexPriceSettingsTests
{
    [Fact]
    public void Read_WhenEverythingIsWrong_ReportsAllAtOnceByTheirStableNames()
    {
        var refused = Should.Throw<ConfigurationException>(() => Read(
            Environments.Production,
            ("Database:Provider", "Oracle"),
            ("Bootstrap:ApiKey", "short"),
            ("Sample:Data", "true"),
            ("Failpoints:Path", "/tmp/x"),
            ("Worker:Role", "boss"),
            ("Webhooks:Url", "ftp://example.com"),
            ("RabbitMq:Uri", "amqps://flexprice:short@rabbit.example.com/a/b"),
            ("ConnectionStrings:FlexPrice", "Server=x;Nonsense"),
            ("Database:MigrateOnStart", "perhaps"),
            ("Outbox:LeaseSeconds", "0"),
            ("RateLimit:RequestsPerSecond", "-1"),
            ("RateLimit:Burst", "many"),
            ("Load:AtOnce", "0"),
            ("RateLimit:FailedAuthentications", "-1"),
            ("RateLimit:FailedAuthenticationsPerAddress", "x"),
            ("Load:Waiting", "-1"),
            ("Load:BodyMebibytes", "63"),
            ("Proxies:Trusted", "proxy.example.com")));

        string[] named = ["Database__Provider", "Bootstrap__ApiKey", "Keys__Path", "Sample__Data", "Failpoints__Path", "Worker__Role", "Webhooks__Url", "RabbitMq__Uri", "ConnectionStrings__FlexPrice", "Database__MigrateOnStart", "Outbox__LeaseSeconds", "RateLimit__RequestsPerSecond", "RateLimit__Burst", "Load__AtOnce", "RateLimit__FailedAuthentications ", "RateLimit__FailedAuthenticationsPerAddress", "Load__Waiting", "Load__BodyMebibytes", "Proxies__Trusted"];
        refused.Errors.Count.ShouldBe(named.Length);
        foreach (var name in named)
        {
            refused.Errors.ShouldContain(error => error.StartsWith(name, StringComparison.Ordinal));
            refused.Message.ShouldContain(name);
        }

        refused.Message.ShouldNotContain("short", Case.Sensitive, "Neither a key nor a password is ever printed");
    }

    [Fact]
    public void Read_WhenNothingIsConfiguredInDevelopment_HasDefaults()
    {
        var settings = Read(Environments.Development);

        settings.RunsWorker.ShouldBeTrue();
        settings.SampleData.ShouldBeTrue();
        settings.Database.MigrateOnStart.ShouldBeTrue();
        settings.OutboxLease.ShouldBe(TimeSpan.FromSeconds(60));
        settings.Database.ConnectionString.ShouldContain(Path.Combine("root", "data", "flexprice.db"));
        settings.KeysPath.ShouldEndWith(Path.Combine("data", "keys"));
        settings.DevelopmentKeyFile.ShouldNotBeNull().ShouldEndWith(Path.Combine("data", "dev-key"));
    }

    [Theory]
    [InlineData("a-key-of-the-operator", "", 1)]
    [InlineData("a-key-of-the-operator", "the-key-before-that-one", 2)]
    [InlineData("", "", 0)]
    [InlineData("None", "", 0)]
    public void Read_WhenTheOperatorHasKeys_TakesUpToTwo(string key, string previous, int count)
    {
        var read = Read(Environments.Development, ("Bootstrap:ApiKey", key), ("Bootstrap:PreviousApiKey", previous)).Bootstrap;

        read.Keys.ShouldBe(new[] { key, previous }.Take(count));
        read.EndsAll.ShouldBe(key == "None");
    }

    [Theory]
    [InlineData("", "the-key-before-that-one")]
    [InlineData("none", "the-key-before-that-one")]
    [InlineData("a-key-of-the-operator", "a-key-of-the-operator")]
    [InlineData("a-key-of-the-operator", "short")]
    public void Read_WhenThePreviousKeyIsNoneBesideAnother_IsRefused(string key, string previous)
    {
        var refused = Should.Throw<ConfigurationException>(() => Read(Environments.Development, ("Bootstrap:ApiKey", key), ("Bootstrap:PreviousApiKey", previous)));

        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("Bootstrap__PreviousApiKey");
        refused.Message.ShouldNotContain("the-key-before-that-one", Case.Sensitive, "A key is never printed");
    }

    [Theory]
    [InlineData("", "", 1000, 2000)]
    [InlineData("50", "", 50, 100)]
    [InlineData("50", "50", 50, 50)]
    [InlineData("0", "", null, 0)]
    public void Read_WhenARateIsConfigured_LimitsEachKeyToIt(string perSecond, string burst, int? limit, int atOnce) =>
        Read(Environments.Development, ("RateLimit:RequestsPerSecond", perSecond), ("RateLimit:Burst", burst)).RequestLimit.ShouldBe(new RequestLimit(limit, atOnce));

    [Theory]
    [InlineData("", "", 64, 512)]
    [InlineData("Pooling=false", "", 64, 512)]
    [InlineData("Maximum Pool Size=30", "", 20, 512)]
    [InlineData("Maximum Pool Size=1", "0", 1, 0)]
    public void Read_WhenNoNumberOfRequestsIsConfigured_LeavesConnectionsToTheOthers(string pool, string waiting, int atOnce, int line) =>
        Read(Environments.Development, ("Database:Provider", "PostgreSql"), ("ConnectionStrings:FlexPrice", $"Host=db;Database=flexprice;{pool}"), ("Load:Waiting", waiting)).LoadLimit.ShouldBe(new LoadLimit(atOnce, line, 128L * 1024 * 1024));

    [Fact]
    public void Read_WhenMoreRequestsAreWorkedOnThanThereAreConnections_IsRefused() =>
        Should.Throw<ConfigurationException>(() => Read(Environments.Development, ("Database:Provider", "PostgreSql"), ("ConnectionStrings:FlexPrice", "Host=db;Database=flexprice;Maximum Pool Size=30"), ("Load:AtOnce", "31")))
            .Errors.ShouldHaveSingleItem().ShouldStartWith("Load__AtOnce");

    [Theory]
    [InlineData("", "", 200, 20)]
    [InlineData("0", "0", null, null)]
    [InlineData("7", "3", 7, 3)]
    public void Read_WhenFailedAuthenticationsAreLimited_LimitsThemInAllAndPerAddress(string all, string perAddress, int? limit, int? each) =>
        Read(Environments.Development, ("RateLimit:FailedAuthentications", all), ("RateLimit:FailedAuthenticationsPerAddress", perAddress)).FailureLimit.ShouldBe(new FailureLimit(limit, each));

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("10.0.0.0/8, 192.168.1.5;fd00::/8 ::1", new[] { "10.0.0.0/8", "192.168.1.5/32", "fd00::/8", "::1/128" })]
    public void Read_WhenProxiesAreTrusted_KnowsTheirNetworks(string text, string[] networks) =>
        Read(Environments.Development, ("Proxies:Trusted", text)).TrustedProxies.Networks.Select(network => network.ToString()).ShouldBe(networks);

    [Theory]
    [InlineData("proxy.example.com")]
    [InlineData("10/8")]
    [InlineData("10")]
    [InlineData("10.0.0.0/33")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void Read_WhenAProxyIsNoNetworkOrEverybody_IsRefused(string text) =>
        Should.Throw<ConfigurationException>(() => Read(Environments.Development, ("Proxies:Trusted", text))).Errors.ShouldHaveSingleItem().ShouldStartWith("Proxies__Trusted");

    [Fact]
    public void Read_WhenTheBurstIsBelowTheRate_IsRefused() =>
        Should.Throw<ConfigurationException>(() => Read(Environments.Development, ("RateLimit:RequestsPerSecond", "10"), ("RateLimit:Burst", "9")))
            .Errors.ShouldHaveSingleItem().ShouldStartWith("RateLimit__Burst");

    [Theory]
    [InlineData("urls", "http://0.0.0.0:8080")]
    [InlineData("urls", "http://localhost:8080;http://example.com")]
    [InlineData("urls", "http://loopback:8080")]
    [InlineData("urls", "http://*:8080")]
    [InlineData("http_ports", "8080")]
    [InlineData("https_ports", "8443")]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://0.0.0.0:8080")]
    public void Read_WhenADeveloperListensToTheWorld_MakesUpNoKey(string key, string value) =>
        Read(Environments.Development, (key, value)).DevelopmentKeyFile.ShouldBeNull();

    [Theory]
    [InlineData("urls", "http://LOCALHOST:8080;https://127.0.0.1:0;http://[::1]:8080")]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://127.0.0.2:8080")]
    public void Read_WhenADeveloperListensToThisMachine_MakesUpAKey(string key, string value) =>
        Read(Environments.Development, (key, value)).DevelopmentKeyFile.ShouldNotBeNull();

    [Fact]
    public void Read_WhenAnEndpointIsOpenWhileTheAddressIsNot_MakesUpNoKey() =>
        Read(Environments.Development, ("urls", "http://localhost:8080"), ("Kestrel:Endpoints:Main:Url", "http://*:8081")).DevelopmentKeyFile.ShouldBeNull();

    [Theory]
    [InlineData("all", true)]
    [InlineData("worker", true)]
    [InlineData("api", false)]
    public void Read_WhenTheRoleIsKnown_DecidesWhetherTheWorkerRuns(string role, bool works) =>
        Read(Environments.Production, ("Keys:Path", "/keys"), ("Worker:Role", role)).RunsWorker.ShouldBe(works);

    [Fact]
    public void Read_WhenOutsideOfDevelopment_HasNoSampleDataAndNoMadeUpKey()
    {
        var settings = Read(Environments.Production, ("Keys:Path", "/keys"));

        settings.SampleData.ShouldBeFalse();
        settings.DevelopmentKeyFile.ShouldBeNull();
        settings.FailpointsPath.ShouldBeNull();
    }

    [Theory]
    [InlineData("urls", "nonsense", "ASPNETCORE_URLS")]
    [InlineData("urls", "http://localhost:8080;ftp://localhost:21", "ASPNETCORE_URLS")]
    [InlineData("urls", "http://localhost:99999", "ASPNETCORE_URLS")]
    [InlineData("urls", "http://localhost:8080/base", "ASPNETCORE_URLS")]
    [InlineData("http_ports", "8080;x", "ASPNETCORE_HTTP_PORTS")]
    [InlineData("https_ports", "65536", "ASPNETCORE_HTTPS_PORTS")]
    [InlineData("Kestrel:Endpoints:Main:Url", "localhost:8080", "Kestrel__Endpoints__Main__Url")]
    [InlineData("ConnectionStrings:FlexPrice", "Data Source=x.db;Mode=ReadOnly", "ConnectionStrings__FlexPrice")]
    public void Read_WhenAnAddressOrModeCannotWork_NamesItsSetting(string key, string value, string named) =>
        Should.Throw<ConfigurationException>(() => Read(Environments.Development, (key, value))).Errors.ShouldHaveSingleItem().ShouldStartWith(named);

    [Theory]
    [InlineData("http://*:8080")]
    [InlineData("http://+:0;https://[::1]:8443")]
    [InlineData("http://localhost")]
    public void Read_WhenTheServerUnderstandsTheAddress_TakesIt(string urls) => Read(Environments.Development, ("urls", urls));

    private static FlexPriceSettings Read(string environment, params (string Key, string Value)[] settings)
    {
        var errors = new List<string>();
        var read = FlexPriceSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build(),
            new HostingEnvironment { EnvironmentName = environment, ContentRootPath = "/root" },
            errors);
        ConfigurationException.ThrowIfAny(errors);
        return read;
    }
}
