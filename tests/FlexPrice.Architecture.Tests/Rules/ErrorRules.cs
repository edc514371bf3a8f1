using System.Globalization;
using System.Runtime.CompilerServices;
using FlexPrice.Api.Errors;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http;

namespace FlexPrice.Architecture.Tests.Rules;

internal static class ErrorRules
{
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

    private static IEnumerable<string> FaultsOf(ErrorKind kind, ILookup<string?, ErrorKind> codes, Func<ErrorKind, int> statusOf)
    {
        if (CodeOf(kind) is not { } code)
        {
            yield return $"{kind} has no code.";
        }
        else if (codes[code].Count() > 1)
        {
            yield return $"{kind} shares its code {code}.";
        }

        var status = Attempt<int?>(() => statusOf(kind));
        if (status is null or < 400 or > 599)
        {
            yield return $"{kind} is mapped to {status?.ToString(CultureInfo.InvariantCulture) ?? "no status"}.";
        }
    }

    private static string? CodeOf(ErrorKind kind) => Attempt(() => new Error(kind, "Refused").Code);

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
