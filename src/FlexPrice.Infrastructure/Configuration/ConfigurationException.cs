namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The configuration is wrong. All errors at once, each with its setting and the way out.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> errors)
    : Exception($"The configuration is wrong:{System.Environment.NewLine}{string.Join(System.Environment.NewLine, errors.Select(error => "  - " + error))}")
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;

    internal static void ThrowIfAny(IReadOnlyList<string> errors)
    {
        if (errors.Count > 0)
        {
            throw new ConfigurationException(errors);
        }
    }
}
