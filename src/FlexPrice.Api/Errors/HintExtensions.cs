using FlexPrice.Api.Requests;
using FlexPrice.Domain.Primitives;
using Microsoft.Net.Http.Headers;

namespace FlexPrice.Api.Errors;

/// <summary>Renders hints for callers of this API. The only place that renders them as HTTP.</summary>
internal static class HintExtensions
{
    private const string IdPlaceholder = "{id}";

    /// <summary>The text on the wire.</summary>
    public static string ToWire(this Hint hint) => hint.Render(Describe, Describe);

    /// <summary>The details on the wire.</summary>
    public static IReadOnlyDictionary<string, object?> ToWire(this IReadOnlyDictionary<string, object?> details) => details.ToDictionary(
        detail => detail.Value is PartHint { Part: var part } ? Describe(part) : detail.Key,
        detail => detail.Value switch
        {
            PartHint about => about.Text.ToWire(),
            Hint hint => hint.ToWire(),
            var fact => fact,
        },
        StringComparer.Ordinal);

    private static string Describe(OperationReference reference)
    {
        var call = OperationCalls.Of(reference.Operation);
        var route = reference.Id is { } id ? call.Route.Replace(IdPlaceholder, id, StringComparison.Ordinal) : call.Route;
        return reference.IsAddress ? route
            : call.Body is { } body ? $"{call.Method} {route} {body}"
            : $"{call.Method} {route}";
    }

    private static string Describe(CallPart part) => part switch
    {
        CallPart.ApiKey => $"'{Authentication.KeyHeader}: <key>' or '{HeaderNames.Authorization}: Bearer <key>'",
        CallPart.IdempotencyKey => Authentication.IdempotencyHeader,
        CallPart.RetryAfter => HeaderNames.RetryAfter,
    };
}
