namespace FlexPrice.Domain.Primitives;

/// <summary>The property holds no personal data.</summary>
/// <param name="reason">Why not, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute(string reason) : Attribute
{
    /// <summary>Why the property holds no personal data.</summary>
    public string Reason { get; } = reason;
}
