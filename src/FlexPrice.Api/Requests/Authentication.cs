using System.Text;
using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Identifies the caller. <c>x-api-key</c> takes precedence over <c>Authorization: Bearer</c>.
/// A key opens exactly one environment, so <c>X-Environment-ID</c> has nothing to say.
/// </summary>
internal sealed class Authentication(IRememberedKeys memory, KnownKeys known, RequestLeases shares, FailedAuthentications failed, ICallerSetter caller, CallersKey callersKey)
{
    internal const string KeyHeader = "x-api-key";
    internal const string IdempotencyHeader = "Idempotency-Key";

    private const string BearerScheme = "Bearer ";
    private const int MaximumKeyLength = 255;

    private bool _isLookedUp;

    /// <summary>Whether the database is yet to say that the caller's key is what was remembered of it. Until then nothing is answered.</summary>
    public bool IsOwed => !_isLookedUp && callersKey.Remembered is { IsConfirmed: false };

    /// <summary>The error of a header of the authenticated caller; null for none. Answered after the permission check.</summary>
    public Error? RefusedHeader { get; private set; }

    /// <summary>Identifies the caller, from the cache where the endpoint allows it.</summary>
    /// <returns>The error, or null.</returns>
    public async Task<Error?> RunAsync(HttpContext context)
    {
        var idempotencyKey = ReadIdempotencyKey(context);
        var mayRecall = idempotencyKey.Error is null && context.GetEndpoint()?.Metadata.GetMetadata<ConfirmsKeyMetadata>() is not null;
        return await RunAsync(context, idempotencyKey, mayRecall);
    }

    /// <summary>Identifies the caller from the database, regardless of the cache.</summary>
    /// <returns>The error, or null.</returns>
    public Task<Error?> AuthenticateAsync(HttpContext context)
    {
        // Also when it fails: then that is the answer, and the look-up is not repeated.
        _isLookedUp = true;
        return RunAsync(context, ReadIdempotencyKey(context), mayRecall: false);
    }

    private async Task<Error?> RunAsync(HttpContext context, Result<IdempotencyKey> idempotencyKey, bool mayRecall)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = StringValues.Empty;
        foreach (var presented in PresentedKeys(context.Request))
        {
            var remembered = mayRecall ? memory.Find(presented) : null;
            var found = remembered is null ? await FindAsync(context, presented) : remembered.Key;
            if (found.Error is { } overloaded)
            {
                return overloaded;
            }

            if (found.Value is not { } key)
            {
                continue;
            }

            // Answers are about people.
            headers.CacheControl = "no-store";
            caller.Set(key.Scope, key.Id.Value, key.Roles, key.TenantStatus, idempotencyKey.Error is null ? idempotencyKey.Value.Text : null);
            callersKey.Remembered = remembered;
            RefusedHeader = idempotencyKey.Error;
            return null;
        }

        return failed.Count(context.Connection.RemoteIpAddress);
    }

    // A key that worked before waits among its tenant's requests, and may be rejected with them. Any other waits among unknown callers.
    private async Task<Result<AuthenticatedKey?>> FindAsync(HttpContext context, string presented)
    {
        using var permit = known.TenantOf(presented) is { } tenant
            ? await shares.AcquireKeyLookupPermitAsync(tenant, context.RequestAborted)
            : await shares.AcquireUnknownCallerPermitAsync(CallerAddress.Of(context.Connection.RemoteIpAddress), context.RequestAborted);
        if (permit is null)
        {
            return RequestErrors.Overloaded();
        }

        // Resolved only when needed: it takes a database context, which a cached key does not need.
        var key = await context.RequestServices.GetRequiredService<IApiKeyDirectory>().FindAsync(presented, context.RequestAborted);
        known.Remember(presented, key?.Scope.TenantId.Value);
        return key;
    }

    private static IEnumerable<string> PresentedKeys(HttpRequest request)
    {
        if (request.Headers[KeyHeader] is [{ } sent] && CouldBeKey(sent))
        {
            yield return sent;
        }

        if (request.Headers.Authorization is [{ } header] && header.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase) && header[BearerScheme.Length..].Trim() is var bearer && CouldBeKey(bearer))
        {
            yield return bearer;
        }
    }

    private static bool CouldBeKey(string presented) => presented is { Length: > 0 and <= MaximumKeyLength } && IsPrintable(presented);

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
