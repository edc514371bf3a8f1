namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The keys that the operator set.</summary>
/// <param name="Keys">Those that work, at most two; none when nothing was set.</param>
/// <param name="EndsAll">Whether all keys that were ever set end.</param>
internal sealed record BootstrapSettings(IReadOnlyList<string> Keys, bool EndsAll)
{
    private const string KeySetting = "Bootstrap:ApiKey";
    private const string PreviousSetting = "Bootstrap:PreviousApiKey";
    private const string None = "none";
    private const int ShortestKey = 16;

    /// <summary>Whether nothing was set.</summary>
    public bool IsAbsent => Keys.Count == 0 && !EndsAll;

    /// <summary>Reads and checks; a key never gets into an error.</summary>
    public static BootstrapSettings Read(SettingReader reader)
    {
        var key = reader.Text(KeySetting);
        var previous = reader.Text(PreviousSetting);
        if (string.Equals(key, None, StringComparison.OrdinalIgnoreCase))
        {
            if (previous is not null)
            {
                reader.Refuse("Bootstrap__PreviousApiKey works beside Bootstrap__ApiKey, which is none: remove one of both.");
            }

            return new BootstrapSettings([], EndsAll: true);
        }

        if (key is { Length: < ShortestKey })
        {
            reader.Refuse($"Bootstrap__ApiKey must have at least {ShortestKey} characters, or be {None} to end the keys that it has made.");
        }

        if (previous is { Length: < ShortestKey })
        {
            reader.Refuse($"Bootstrap__PreviousApiKey must have at least {ShortestKey} characters.");
        }

        if (previous is not null && (key is null || key == previous))
        {
            reader.Refuse("Bootstrap__PreviousApiKey works beside another key in Bootstrap__ApiKey: set that to the new one, or remove the previous one.");
        }

        return new BootstrapSettings([.. new[] { key, previous }.OfType<string>()], EndsAll: false);
    }
}
