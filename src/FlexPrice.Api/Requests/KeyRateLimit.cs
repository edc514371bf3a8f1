using System.Threading.RateLimiting;
using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FlexPrice.Api.Requests;

/// <summary>Answers one key so often and no oftener: a token bucket for each, in this process. Pages without a key have no limit.</summary>
internal sealed class KeyRateLimit(RequestLimit limit) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public void Configure(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(LimiterOf);
        options.OnRejected = RejectAsync;
    }

    private RateLimitPartition<string> LimiterOf(HttpContext context)
    {
        var key = context.RequestServices.GetRequiredService<ICaller>().ActorId;
        return limit.PerSecond is not { } perSecond || key.Length == 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limit.Burst,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = Period,
                QueueLimit = 0,
            });
    }

    private async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        // The missing token belongs to the key; confirm a cached key before revealing its limit.
        var authentication = rejected.HttpContext.RequestServices.GetRequiredService<Authentication>();
        if (authentication.IsOwed && await authentication.AuthenticateAsync(rejected.HttpContext) is { } outdated)
        {
            await outdated.ToHttp().ExecuteAsync(rejected.HttpContext);
            return;
        }

        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : Period;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        await AccessErrors.TooManyRequests(limit.PerSecond ?? 0, seconds).ToHttp().ExecuteAsync(rejected.HttpContext);
    }
}
