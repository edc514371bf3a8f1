using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.SqlServer;

/// <summary>A value of any type that a query or a row may hold.</summary>
internal static class SampleValue
{
    public static object? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "asc",
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
            _ when plain == typeof(byte[]) => new byte[] { 1 },
            _ when plain == typeof(bool) => true,
            _ when plain.IsPrimitive || plain == typeof(decimal) => Convert.ChangeType(1, plain, System.Globalization.CultureInfo.InvariantCulture),
            _ when plain.IsEnum => Enum.GetValues(plain).GetValue(0),
            _ when plain == typeof(LookupHash) => new LookupHash("hash"),
            _ when plain == typeof(object[]) => new object[] { "a", "b", "c" },
            _ when plain.IsArray => Single(plain.GetElementType()!, array: true),
            _ when ElementOf(plain) is { } element => Single(element, array: false),
            _ when PairOf(plain) is { } pair => Pair(pair),
            _ when typeof(Delegate).IsAssignableFrom(plain) => null,
            _ => Whole(plain),
        };
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var element] && typeof(IEnumerable).IsAssignableFrom(type) ? element : null;

    private static Type[]? PairOf(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [_, _] arguments && typeof(IEnumerable).IsAssignableFrom(type) ? arguments : null;

    private static object Single(Type element, bool array)
    {
        var values = Array.CreateInstance(element, 1);
        values.SetValue(Of(element), 0);
        return array ? values : Activator.CreateInstance(typeof(List<>).MakeGenericType(element), values)!;
    }

    private static object Pair(Type[] types)
    {
        var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        pairs.Add(Of(types[0])!, Of(types[1]));
        return pairs;
    }

    // With everything set that can be set.
    private static object Whole(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public).MaxBy(constructor => constructor.GetParameters().Length);
        var made = constructor is null ? RuntimeHelpers.GetUninitializedObject(type) : constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }
}
