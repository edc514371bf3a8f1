using System.Buffers.Text;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace FlexPrice.Infrastructure.Processes;

/// <summary>What this process tells the others about itself.</summary>
internal sealed class ProcessIdentity(FlexPriceSettings settings, KeyFolder keys, IKeyManager ring)
{
    private const string VersionName = "version";
    private const string RingName = "Keys__Path";

    public string Id { get; } = $"proc_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    public string Version { get; } = typeof(ProcessIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The channels for which it reacts; none where it does not react at all.</summary>
    public IReadOnlyList<string> Serves { get; } = settings.RunsWorker ? [.. settings.Channels.Where(channel => channel.Choice == ChannelChoice.Used).Select(channel => channel.Name)] : [];

    /// <summary>
    /// A keyed hash of every setting in which all processes must agree, by the operator's name of the setting. The key is outside of the database, so a reader of the database cannot test guessed values.
    /// </summary>
    public SortedDictionary<string, string> Fingerprints()
    {
        var values = AgreedSettings.Of(settings)
            .Append((VersionName, Version))
            .Append((RingName, string.Join(' ', ring.GetAllKeys().Select(key => key.KeyId).Order())));
        return new(values.ToDictionary(value => value.Item1, value => Hash(value.Item1, value.Item2), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private string Hash(string name, string? value) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(keys.LookupKey(), Encoding.UTF8.GetBytes($"setting|{name.Length}:{name}|{(value is null ? "-" : "+")}{value}")).AsSpan(0, 16));
}
