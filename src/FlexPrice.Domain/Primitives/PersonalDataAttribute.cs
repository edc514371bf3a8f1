namespace FlexPrice.Domain.Primitives;

/// <summary>The property holds personal data. Every string, JSON and binary property of every entity carries this or <see cref="NotPersonalAttribute"/>; one without either fails a test.</summary>
/// <param name="category">Which sort of personal data.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalDataAttribute(PersonalDataCategory category) : Attribute
{
    /// <summary>Which sort of personal data.</summary>
    public PersonalDataCategory Category { get; } = category;
}
