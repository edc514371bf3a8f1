namespace FlexPrice.Testing.Databases;

/// <summary>A kind of database that the product runs on. <see cref="DatabaseCoverage"/> names the tests that lack a new one.</summary>
public abstract class Engine
{
    /// <summary>Every engine there is.</summary>
    internal static IReadOnlyList<Engine> All { get; } =
    [
        .. typeof(Engine).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Engine)) && !type.IsAbstract)
            .Select(type => (Engine)Activator.CreateInstance(type)!)
            .OrderBy(engine => engine.Name, StringComparer.Ordinal),
    ];

    /// <summary>The name; a class of tests on this engine is called <c>On</c> and this.</summary>
    internal abstract string Name { get; }

    /// <summary>Why its tests are skipped on this machine; null when they run. On a build machine they always run, and fail where something is missing.</summary>
    internal string? Missing => Machine.IsForBuilds ? null : WhatIsMissing();

    /// <summary>Whether its tests are left out, neither run nor skipped, on build machines too.</summary>
    /// <param name="variable">The environment.</param>
    internal virtual bool IsLeftOut(Func<string, string?> variable) => false;

    /// <summary>The engine of a test.</summary>
    internal static Engine Of(object test) => Of(test.GetType()) ?? throw new InvalidOperationException($"{test.GetType()} names no engine: {typeof(IOn<>).Name} or a fixture on an engine.");

    /// <summary>The engine that a class of tests names by an interface; null when it names none.</summary>
    internal static Engine? Of(Type test) => test.GetInterfaces().SelectMany(Arguments).FirstOrDefault(argument => argument.IsSubclassOf(typeof(Engine))) is { } engine
        ? All.Single(known => known.GetType() == engine)
        : null;

    /// <summary>A database of its own that has the schema already, or none where <paramref name="isEmpty"/>.</summary>
    internal abstract TestDatabase NewDatabase(bool isEmpty = false);

    /// <summary>Removes what all databases shared, at the end of a run.</summary>
    internal virtual Task CleanUpAsync() => Task.CompletedTask;

    /// <summary>What the engine needs and this machine lacks; null when nothing.</summary>
    protected virtual string? WhatIsMissing() => null;

    private static IEnumerable<Type> Arguments(Type type) => type.GetGenericArguments().SelectMany(argument => Arguments(argument).Prepend(argument));
}
