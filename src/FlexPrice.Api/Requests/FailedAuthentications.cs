using System.Net;
using System.Threading.RateLimiting;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Limits failed authentications that are answered with 401, in total and per address; further ones must wait. It is consulted after a key was looked up and did not
/// work, so that no valid key is ever refused for it.
/// </summary>
internal sealed class FailedAuthentications : IDisposable
{
    /// <summary>Addresses that share a bucket share its tokens. Only failing callers notice, and memory is bounded regardless of the number of addresses.</summary>
    private const int Buckets = 4096;
    private const int SecondsOfBurst = 5;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly RateLimiter? _all;

    public FailedAuthentications(FailureLimit limit)
    {
        _all = limit.PerSecond is { } perSecond ? new TokenBucketRateLimiter(OptionsOf(perSecond)) : null;
        _addresses = PartitionedRateLimiter.Create<string, int>(address => limit.PerSecondAndAddress is { } each
            ? RateLimitPartition.GetTokenBucketLimiter((address.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % Buckets, _ => OptionsOf(each))
            : RateLimitPartition.GetNoLimiter(0));
    }

    /// <summary>Counts a failure.</summary>
    /// <returns>What it is answered with.</returns>
    public Error Count(IPAddress? from)
    {
        using var own = _addresses.AttemptAcquire(CallerAddress.Of(from));
        using var common = own.IsAcquired ? _all?.AttemptAcquire() : null;
        if (own.IsAcquired && common?.IsAcquired != false)
        {
            return AccessErrors.Unauthorized();
        }

        FlexPriceTelemetry.FailedAuthenticationsLimited.Add(1);
        return AccessErrors.TooManyFailedAuthentications(RetryAfter(common ?? own));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _addresses.Dispose();
        _all?.Dispose();
    }

    private static TokenBucketRateLimiterOptions OptionsOf(int perSecond) => new()
    {
        TokenLimit = SecondsOfBurst * perSecond,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = Period,
        QueueLimit = 0,
    };

    private static int RetryAfter(RateLimitLease refused) =>
        Math.Max(1, (int)Math.Ceiling((refused.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Period).TotalSeconds));
}
