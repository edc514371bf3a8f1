namespace FlexPrice.Domain.Primitives;

/// <summary>The names of enum members in the databases. They follow from the members (<see cref="EnumNamesAttribute"/>): rows survive a reordered enum, not a renamed member.</summary>
public static class StoredName
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

    /// <summary>The member of a name; throws for anything else.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="name">The name.</param>
    public static TEnum Parse<TEnum>(string name)
        where TEnum : struct, Enum => Table<TEnum>.Names.Parse(name);

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
        public static readonly EnumNames<TEnum> Names = new(styles => styles.Stored, _ => null);
    }
}
