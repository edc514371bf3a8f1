using System.Collections;
using System.Reflection;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>What requests are made of.</summary>
internal static class RequestGraph
{
    /// <summary>Every property that can be set, of the request and of everything in it.</summary>
    public static IEnumerable<RequestProperty> PropertiesOf(Type request) => PropertiesOf(request, request, []);

    public static Type? ListOf(Type type) =>
        MapOf(type) is null && type != typeof(string) ? Contract(type, typeof(IEnumerable<>))?.GetGenericArguments()[0] : null;

    /// <summary>The values of a map with texts as keys.</summary>
    public static Type? MapOf(Type type) => Contract(type, typeof(IReadOnlyDictionary<,>))?.GetGenericArguments()[1];

    /// <summary>One without values.</summary>
    public static object Make(Type type)
    {
        var constructor = type.GetConstructors().MinBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Empty(parameter.ParameterType))]);
    }

    public static object List(Type item, int count, Func<object> make)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var i = 0; i < count; i++)
        {
            list.Add(make());
        }

        return list;
    }

    public static object Map(Type value, IEnumerable<(string Key, object Value)> pairs)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        foreach (var (key, held) in pairs)
        {
            map.Add(key, held);
        }

        return map;
    }

    private static IEnumerable<RequestProperty> PropertiesOf(Type request, Type type, IReadOnlyList<PropertyInfo> path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            PropertyInfo[] here = [.. path, property];
            yield return new RequestProperty(request, here);
            var inner = ListOf(property.PropertyType) ?? property.PropertyType;
            if (inner.IsRecord())
            {
                foreach (var deeper in PropertiesOf(request, inner, here))
                {
                    yield return deeper;
                }
            }
        }
    }

    private static Type? Contract(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open ? type : type.GetInterfaces().FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == open);

    private static object? Empty(Type type) =>
        type == typeof(string) ? ""
        : MapOf(type) is { } value ? Map(value, [])
        : ListOf(type) is { } item ? List(item, 0, () => "")
        : type.IsValueType ? Activator.CreateInstance(type)
        : Make(type);
}
