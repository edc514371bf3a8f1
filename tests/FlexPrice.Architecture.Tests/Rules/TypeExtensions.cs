using System.Reflection;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Rules;

internal static class TypeExtensions
{
    public static bool IsConcrete(this Type type) => type is { IsClass: true, IsAbstract: false };

    /// <summary>What a type implements of an open generic contract, closed.</summary>
    public static IEnumerable<Type> Implemented(this Type type, Type openContract) =>
        type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == openContract);

    public static bool Implements(this Type type, Type openContract) => type.Implemented(openContract).Any();

    public static bool IsTypedId(this Type type) => type.IsValueType && type.Implements(typeof(ITypedId<>));

    public static Type Unwrapped(this Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static bool IsRecord(this Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
}
