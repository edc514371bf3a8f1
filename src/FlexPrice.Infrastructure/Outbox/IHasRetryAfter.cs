namespace FlexPrice.Infrastructure.Outbox;

/// <summary>A failure of somebody who said how long to wait before the next attempt.</summary>
internal interface IHasRetryAfter
{
    /// <summary>How long; null when nothing was said that can be understood.</summary>
    TimeSpan? RetryAfter { get; }
}
