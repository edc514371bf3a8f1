using System.Reflection;

namespace FlexPrice.Testing.Databases;

/// <summary>A test runs on every engine: its class is abstract, with a nested class <c>On…</c> for each.</summary>
internal static class DatabaseCoverage
{
    /// <summary>The classes of tests that lack an engine.</summary>
    /// <param name="types">Among them the classes of tests.</param>
    /// <param name="engines">The engines that there are.</param>
    /// <param name="onOneOnly">The classes that need run on one engine only, and why.</param>
    public static IReadOnlyList<string> Defects(IEnumerable<Type> types, IReadOnlyList<Engine> engines, IReadOnlyDictionary<Type, string> onOneOnly)
    {
        var tests = types.Where(IsTest).ToList();
        return
        [
            .. tests.Where(test => test.IsAbstract).SelectMany(test => engines.Where(engine => !HasOn(test, engine)).Select(engine => $"{test.Name} lacks On{engine.Name}")),
            .. tests.Where(test => IsAlone(test) && !onOneOnly.ContainsKey(test)).Select(test => $"{test.Name} runs on one engine only and does not say why"),
            .. tests.Where(test => !test.IsAbstract && Engine.Of(test) is null && EngineMakers.MakesOne(test)).Select(test => $"{test.Name} makes an engine or a database and does not name the engine"),
            .. onOneOnly.Keys.Where(test => !tests.Contains(test) || !IsAlone(test)).Select(test => $"{test.Name} runs on every engine or on none, and is listed all the same"),
        ];
    }

    private static bool IsTest(Type type) => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static bool IsAlone(Type test) => !test.IsAbstract && Engine.Of(test) is not null && test.DeclaringType != test.BaseType;

    private static bool HasOn(Type test, Engine engine) =>
        test.GetNestedType($"On{engine.Name}", BindingFlags.Public) is { IsAbstract: false } nested && nested.BaseType == test && Engine.Of(nested)?.GetType() == engine.GetType();
}
