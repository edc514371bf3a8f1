using System.Text;
using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Finds out who is calling, for endpoints that need a key. <c>x-api-key</c> is tried first, then <c>Authorization: Bearer</c>.
/// A key opens exactly one environment, so <c>X-Environment-ID</c> has nothing to say.
/// </summary>
internal sealed class AuthenticationMiddleware(RequestDelegate next)
{
    internal const string KeyHeader = "x-api-key";
    internal const string IdempotencyHeader = "Idempotency-Key";

    private const string BearerScheme = "Bearer ";
    private const int MaximumKeyLength = 255;

    public async Task InvokeAsync(HttpContext context, IApiKeyDirectory keys, ICallerSetter caller)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiresKeyMetadata>() is null)
        {
            await next(context);
            return;
        }

        var key = await FindAsync(keys, FromHeader(context.Request.Headers[KeyHeader]), context.RequestAborted)
            ?? await FindAsync(keys, FromBearer(context.Request.Headers.Authorization), context.RequestAborted);
        if (key is null)
        {
            await AccessErrors.Unauthorized().ToHttp().ExecuteAsync(context);
            return;
        }

        var idempotencyKey = ReadIdempotencyKey(context);
        if (idempotencyKey.Error is { } refused)
        {
            await refused.ToHttp().ExecuteAsync(context);
            return;
        }

        // Answers are about people.
        context.Response.Headers.CacheControl = "no-store";
        caller.Become(key.Scope, key.Id.Value, key.Roles, key.TenantStatus, idempotencyKey.Value.Text);
        await next(context);
    }

    private static string? FromHeader(StringValues sent) => sent.Count == 1 ? sent[0] : null;

    private static string? FromBearer(StringValues sent) =>
        sent is [{ } header] && header.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) ? header[BearerScheme.Length..].Trim() : null;

    private static async Task<AuthenticatedKey?> FindAsync(IApiKeyDirectory keys, string? presented, CancellationToken cancellationToken) =>
        presented is { Length: > 0 and <= MaximumKeyLength } && IsPrintable(presented) ? await keys.FindAsync(presented, cancellationToken) : null;

    private static Result<IdempotencyKey> ReadIdempotencyKey(HttpContext context)
    {
        var sent = context.Request.Headers[IdempotencyHeader];
        var use = context.GetEndpoint()!.Metadata.GetMetadata<IdempotencyMetadata>()?.Use ?? IdempotencyUse.Ignored;
        if (sent.Count == 0 || use == IdempotencyUse.Ignored)
        {
            return new IdempotencyKey(null);
        }

        if (use == IdempotencyUse.Refused)
        {
            return IdempotencyErrors.NotSupported();
        }

        return sent is [{ Length: > 0 and <= IdempotencyErrors.MaximumKeyLength } key] && IsPrintable(key)
            ? new IdempotencyKey(key)
            : IdempotencyErrors.BadKey();
    }

    private static bool IsPrintable(string text) => Ascii.IsValid(text) && !text.Any(char.IsControl);

    /// <summary>The header, null when the endpoint has no use for it or it was not sent.</summary>
    private sealed record IdempotencyKey(string? Text);
}
