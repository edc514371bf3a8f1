using System.Collections;
using System.Reflection;
using System.Text.Json;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>One of the product's errors, made with arguments that are the names of its parameters in braces.</summary>
internal sealed class ErrorSample
{
    // Numbers are put into sentences by the errors; these are found again and replaced by a name.
    private const int FirstNumber = 7_340_033;
    private const int Mebibyte = 1024 * 1024;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private ErrorSample(MethodInfo method)
    {
        Method = method;
        var arguments = method.GetParameters().Select(Argument).ToArray();
        Error = (Error)method.Invoke(null, arguments)!;
    }

    public MethodInfo Method { get; }

    public Error Error { get; }

    public static ErrorSample Of(MethodInfo method) => new(method);

    /// <summary>A text of the error with the names in place of the numbers.</summary>
    public string Named(string text) => _names.Aggregate(text, (named, pair) => named.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    /// <summary>The text of a detail.</summary>
    public string Describe(object? detail) => detail switch
    {
        IEnumerable<Blocker> => "one object for everything that blocks: `edge`, `count`, `message`, `fix`, `ids`",
        IEnumerable<string> texts => Named(string.Join(", ", texts)),
        IEnumerable when detail is not string => throw new InvalidOperationException($"{Method.DeclaringType!.Name}.{Method.Name} has a detail that the page cannot describe."),
        _ => Named(detail?.ToString() ?? "null"),
    };

    private object Argument(ParameterInfo parameter)
    {
        var name = $"{{{JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!)}}}";
        var type = parameter.ParameterType;
        if (type == typeof(int) || type == typeof(decimal))
        {
            var number = FirstNumber + _names.Count;
            _names.Add($"{number}", name);
            _names.TryAdd($"{number / Mebibyte} MiB", $"{name} MiB");
            return Convert.ChangeType(number, type);
        }

        if (type == typeof(DateTimeOffset))
        {
            _names.Add("2026-01-31T00:00:00Z", name);
            return new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
        }

        return type == typeof(string) ? name
            : TypedIdTypes.IsTypedId(type) ? Activator.CreateInstance(type, name)!
            : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
            : type == typeof(IReadOnlyList<string>) ? new[] { name }
            : type == typeof(IReadOnlyList<Blocker>) ? Array.Empty<Blocker>()
            : throw new InvalidOperationException($"Give the page an example of {type} for {Method.DeclaringType!.Name}.{Method.Name}.");
    }
}
