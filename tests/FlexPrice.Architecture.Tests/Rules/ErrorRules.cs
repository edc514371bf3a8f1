using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http;

namespace FlexPrice.Architecture.Tests.Rules;

internal static partial class ErrorRules
{
    private const BindingFlags Own = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Every error that a class of errors offers is raised. One that nothing raises is documented for nothing.</summary>
    /// <param name="types">The classes of errors.</param>
    /// <param name="sources">Where they are raised.</param>
    public static Findings AreRaised(IEnumerable<Type> types, IReadOnlyCollection<SourceFile> sources)
    {
        var code = sources.Select(source => (source.Name, Text: Comment().Replace(source.Text, ""))).ToList();
        return Findings.Over(
            types.SelectMany(type => type.GetMethods(Own)).Where(method => method.ReturnType == typeof(Error) && !method.IsPrivate),
            method => code.Any(source => Raises(source.Name, source.Text, method))
                ? null
                : $"{method.DeclaringType!.Name}.{method.Name} is raised by nothing: raise it or remove it, then write docs/errors.md with FLEXPRICE_UPDATE_DOCS=1 dotnet test tests/FlexPrice.Architecture.Tests --filter FullyQualifiedName~ErrorsPage.");
    }

    /// <summary>Every kind has a wire code of its own and one status of a failure.</summary>
    public static Findings AreMapped(IEnumerable<ErrorKind> kinds, Func<ErrorKind, int> statusOf)
    {
        var selected = kinds.ToList();
        var codes = selected.ToLookup(CodeOf);
        return Findings.Over(selected, kind => FaultsOf(kind, codes, statusOf));
    }

    /// <summary>What a client really sees.</summary>
    public static int StatusOnTheWire(ErrorKind kind)
    {
        var context = new DefaultHttpContext { Response = { Body = Stream.Null } };
        new ErrorResult(new Error(kind, "Refused")).ExecuteAsync(context).GetAwaiter().GetResult();
        return context.Response.StatusCode;
    }

    // A class may raise its own without naming itself; there the declaration is no use.
    private static bool Raises(string source, string text, MethodInfo method) => source == method.DeclaringType!.Name
        ? Regex.IsMatch(text, $@"(?<!\bError )\b{method.Name}\b(?=\(| [:;,)])", RegexOptions.None, Patience)
        : Regex.IsMatch(text, $@"\b{method.DeclaringType.Name}\.{method.Name}\b", RegexOptions.None, Patience);

    private static IEnumerable<string> FaultsOf(ErrorKind kind, ILookup<string?, ErrorKind> codes, Func<ErrorKind, int> statusOf)
    {
        if (CodeOf(kind) is not { } code)
        {
            yield return $"{kind} has no code: name it by [WireName] in src/FlexPrice.Domain/Primitives/ErrorKind.cs.";
        }
        else if (codes[code].Count() > 1)
        {
            yield return $"{kind} shares its code {code}: programs tell errors apart by it. Mend src/FlexPrice.Domain/Primitives/ErrorKind.cs.";
        }

        var status = Attempt<int?>(() => statusOf(kind));
        if (status is null or < 400 or > 599)
        {
            yield return $"{kind} is mapped to {status?.ToString(CultureInfo.InvariantCulture) ?? "no status"}: give it one from 400 to 599 in src/FlexPrice.Api/Errors/ErrorResult.cs.";
        }
    }

    private static string? CodeOf(ErrorKind kind) => Attempt(() => new Error(kind, "Refused").Code);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    // What a switch or a table of names does not know ends in an exception.
    private static T? Attempt<T>(Func<T?> answer)
    {
        try
        {
            return answer();
        }
        catch (Exception unknown) when (unknown is SwitchExpressionException or ArgumentOutOfRangeException)
        {
            return default;
        }
    }
}
