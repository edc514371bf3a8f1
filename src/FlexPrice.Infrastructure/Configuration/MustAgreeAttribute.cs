namespace FlexPrice.Infrastructure.Configuration;

/// <summary>All processes on a database must be set alike. They tell one another a keyed hash, never the value.</summary>
/// <param name="setting">The stable name of the setting.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MustAgreeAttribute(string setting) : Attribute
{
    /// <summary>The stable name of the setting.</summary>
    public string Setting => setting;

    /// <summary>The stable name of another setting that it takes to read this one; null when there is none.</summary>
    public string? With { get; init; }
}
