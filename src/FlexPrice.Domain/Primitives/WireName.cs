using System.Reflection;

namespace FlexPrice.Domain.Primitives;

/// <summary>
/// The names of enum members in requests, responses and errors. They follow from the members (<see cref="EnumNamesAttribute"/>, <see cref="WireNameAttribute"/>).
/// Only the exact names are accepted: no numbers, no other case, no lists.
/// </summary>
public static class WireName
{
    /// <summary>All names, in the order of the members.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => Table<TEnum>.Names.All;

    /// <summary>The name of a member.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="value">The member.</param>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Names.Of(value);

    /// <summary>The member of a name; throws for anything else, so validate first.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="name">The name.</param>
    public static TEnum Parse<TEnum>(string name)
        where TEnum : struct, Enum => Table<TEnum>.Names.Parse(name);

    /// <summary>The member of a name that may be left out; throws for anything else, so validate first.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="name">The name, or null.</param>
    /// <param name="whenNull">The member for null.</param>
    public static TEnum Parse<TEnum>(string? name, TEnum whenNull)
        where TEnum : struct, Enum => name is null ? whenNull : Parse<TEnum>(name);

    /// <summary>Finds the member of a name.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The member.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse<TEnum>(string? name, out TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Names.TryParse(name, out value);

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly EnumNames<TEnum> Names = new(styles => styles.Wire, member => member.GetCustomAttribute<WireNameAttribute>()?.Name);
    }
}
