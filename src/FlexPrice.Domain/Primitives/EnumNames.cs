using System.Collections.Frozen;
using System.Reflection;

namespace FlexPrice.Domain.Primitives;

/// <summary>The names of an enum, in both directions. Two members with the same name are refused.</summary>
internal sealed class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly EnumNamesAttribute Default = new(NameStyle.Snake, NameStyle.Snake);

    private readonly FrozenDictionary<TEnum, string> _names;
    private readonly FrozenDictionary<string, TEnum> _values;

    public EnumNames(Func<EnumNamesAttribute, NameStyle> styleOf, Func<FieldInfo, string?> exceptionOf)
    {
        var style = styleOf(typeof(TEnum).GetCustomAttribute<EnumNamesAttribute>() ?? Default);
        _names = Enum.GetNames<TEnum>().ToDictionary(Enum.Parse<TEnum>, member => exceptionOf(typeof(TEnum).GetField(member)!) ?? Write(member, style)).ToFrozenDictionary();
        _values = _names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        All = [.. Enum.GetValues<TEnum>().Select(Of)];
    }

    public IReadOnlyList<string> All { get; }

    public string Of(TEnum value) =>
        _names.TryGetValue(value, out var name) ? name : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no such member.");

    public TEnum Parse(string name) =>
        TryParse(name, out var value) ? value : throw new FormatException($"{typeof(TEnum).Name} has none of this name. Its names are: {string.Join(", ", All)}.");

    public bool TryParse(string? name, out TEnum value)
    {
        value = default;
        return name is not null && _values.TryGetValue(name, out value);
    }

    private static string Write(string member, NameStyle style) => style switch
    {
        NameStyle.Snake => SnakeCase.Of(member),
        NameStyle.UpperSnake => SnakeCase.Of(member).ToUpperInvariant(),
        NameStyle.Pascal => member,
    };
}
