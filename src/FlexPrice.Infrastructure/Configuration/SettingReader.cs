using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Reads settings and gathers what is wrong with them, so that the operator sees all errors at once.</summary>
internal sealed class SettingReader(IConfiguration configuration, ICollection<string> errors)
{
    private readonly List<string> _warnings = [];
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all settings that were read, with colons.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>What works but should not stay as it is.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The section of the operator's settings with this name.</summary>
    public IConfigurationSection Section(string key)
    {
        _names.Add(key);
        return configuration.GetSection(key);
    }

    /// <summary>What the operator wrote; null when it is nothing.</summary>
    public string? Text(string key)
    {
        _names.Add(key);
        return string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key];
    }

    public bool Flag(string key, bool byDefault)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (!bool.TryParse(text, out var value))
        {
            Refuse($"{key.Replace(":", "__", StringComparison.Ordinal)} must be true or false.");
        }

        return value;
    }

    /// <summary>One of the names of an enum, in any case.</summary>
    public TEnum Choice<TEnum>(string key, TEnum byDefault)
        where TEnum : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        var names = Enum.GetNames<TEnum>();
        if (names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } chosen)
        {
            return Enum.Parse<TEnum>(chosen);
        }

        Refuse($"{key.Replace(":", "__", StringComparison.Ordinal)} must be one of: {string.Join(", ", names)}.");
        return byDefault;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string key, int byDefault, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            Refuse($"{key.Replace(":", "__", StringComparison.Ordinal)} must be a whole number from {least} to {most}.");
            return byDefault;
        }

        return number;
    }

    /// <summary>Notes an error: the stable name of the setting first, then what is wrong, then the way out.</summary>
    public void Refuse(string error) => errors.Add(error);

    /// <summary>Notes what works but should not stay as it is: the stable name of the setting first.</summary>
    public void Warn(string warning) => _warnings.Add(warning);
}
