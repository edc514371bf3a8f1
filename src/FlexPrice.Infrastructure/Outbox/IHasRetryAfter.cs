namespace FlexPrice.Infrastructure.Outbox;

/// <summary>A failure with a requested delay before the next attempt.</summary>
internal interface IHasRetryAfter
{
    /// <summary>The delay; null when none was given or it is invalid.</summary>
    TimeSpan? RetryAfter { get; }
}
