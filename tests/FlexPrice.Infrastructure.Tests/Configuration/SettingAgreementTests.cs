using System.Reflection;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace FlexPrice.Infrastructure.Tests.Configuration;

/// <summary>Every setting declares whether all processes on a database must have the same value.</summary>
public sealed class SettingAgreementTests
{
    // ASP.NET Core's own, which this program only checks.
    private static readonly string[] Foreign = ["urls", "http_ports", "https_ports"];

    [Fact]
    public void Setting_WhenItIsRead_SaysWhetherProcessesMustAgree()
    {
        var read = Read().Except(Foreign, StringComparer.OrdinalIgnoreCase).Select(key => key.Replace(":", "__", StringComparison.Ordinal)).ToList();

        read.Count.ShouldBeGreaterThan(15);
        Classified(typeof(FlexPriceSettings)).ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void Setting_WhenItSaysNothing_IsCaught() =>
        Should.Throw<InvalidOperationException>(() => Classified(typeof(Unclassified))).Message.ShouldContain(nameof(Unclassified.Number));

    [Fact]
    public void Setting_WhenProcessesMustAgree_IsCompared()
    {
        string[] agreed = ["Bootstrap__ApiKey", "Keys__Certificate", "Webhooks__Url", "Webhooks__Secret", "RabbitMq__Uri"];
        const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
        var set = AgreedSettings.Of(Settings(("Bootstrap:ApiKey", "key-of-the-operator"), ("Webhooks:Url", "https://example.com/a"), ("Webhooks:Secret", Secret), ("RabbitMq:Uri", "amqps://u:p@b/v"))).ToList();

        AgreedSettings.Of(Settings()).ShouldBe(agreed.Select(setting => (setting, (string?)null)), ignoreOrder: true);
        set.ShouldBe([("Bootstrap__ApiKey", "key-of-the-operator"), ("Keys__Certificate", null), ("Webhooks__Url", "https://example.com/a"), ("Webhooks__Secret", Secret), ("RabbitMq__Uri", "amqps://u:p@b/v")], ignoreOrder: true);
    }

    [Theory]
    [InlineData(null, "Unset")]
    [InlineData(" ", "Unset")]
    [InlineData("none", "Used", false)]
    [InlineData(" NONE ", "Used", false)]
    [InlineData("amqp://localhost", "Used", true)]
    public void Channel_WhenRead_SaysWhatTheOperatorWants(string? uri, string choice, bool isUsed = false)
    {
        var settings = Settings(("RabbitMq:Uri", uri));

        var expected = choice == "Unset" ? ChannelChoice.Unset : isUsed ? ChannelChoice.Used : ChannelChoice.None;
        settings.Channels.Single(channel => channel.Setting == "RabbitMq__Uri").Choice.ShouldBe(expected);
        settings.Channels.Single(channel => channel.Setting == "Webhooks__Url").Choice.ShouldBe(ChannelChoice.Unset);
        (settings.RabbitMq is not null).ShouldBe(isUsed);
    }

    private static IEnumerable<string> Classified(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        (property.GetCustomAttribute<MustAgreeAttribute>(), property.GetCustomAttribute<PerProcessAttribute>()) switch
        {
            ({ } agreed, null) => new[] { agreed.Setting, agreed.With }.OfType<string>(),
            (null, { Reason.Length: > 0 } own) => own.Settings,
            (null, null) when property.PropertyType.Namespace == typeof(FlexPriceSettings).Namespace && property.PropertyType.IsClass => Classified(property.PropertyType),
            _ => throw new InvalidOperationException($"{type.Name}.{property.Name} says neither {nameof(MustAgreeAttribute)} nor {nameof(PerProcessAttribute)} with a reason."),
        }).ToList();

    // Some are read with one database, or together with another setting, only.
    private static HashSet<string> Read()
    {
        var source = new NotingSource();
        foreach (var provider in Enum.GetNames<DatabaseProvider>())
        {
            source.Values["Database:Provider"] = provider;
            source.Values["Keys:Certificate"] = "/nowhere.pfx";
            FlexPriceSettings.Read(new ConfigurationBuilder().Add(source).Build(), new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = "/root" }, []);
        }

        return source.Asked;
    }

    private static FlexPriceSettings Settings(params (string Key, string? Value)[] settings) => FlexPriceSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build(),
        new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = "/root" },
        []);

    private sealed record Unclassified(int Number);

    private sealed class NotingSource : IConfigurationSource
    {
        public Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Asked { get; } = new(StringComparer.OrdinalIgnoreCase);

        public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(this);

        private sealed class Provider(NotingSource source) : ConfigurationProvider
        {
            public override bool TryGet(string key, out string? value)
            {
                source.Asked.Add(key);
                return source.Values.TryGetValue(key, out value);
            }
        }
    }
}
