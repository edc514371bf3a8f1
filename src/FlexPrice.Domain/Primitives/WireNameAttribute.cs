namespace FlexPrice.Domain.Primitives;

/// <summary>Gives one member of an enum a wire name that no style makes from it.</summary>
/// <param name="name">The name on the wire.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name => name;
}
