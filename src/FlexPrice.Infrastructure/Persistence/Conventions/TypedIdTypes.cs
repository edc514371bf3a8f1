using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class TypedIdTypes
{
    public static IReadOnlyList<Type> All { get; } = [.. typeof(ITypedId<>).Assembly.GetTypes().Where(IsTypedId)];

    public static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ITypedId<>));
}
