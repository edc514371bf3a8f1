namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Processes on one database may be set differently.</summary>
/// <param name="reason">Why, in one sentence.</param>
/// <param name="settings">The stable names of the settings.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PerProcessAttribute(string reason, params string[] settings) : Attribute
{
    /// <summary>Why.</summary>
    public string Reason => reason;

    /// <summary>The stable names of the settings.</summary>
    public IReadOnlyList<string> Settings => settings;
}
