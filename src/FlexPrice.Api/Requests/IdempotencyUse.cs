namespace FlexPrice.Api.Requests;

/// <summary>What an endpoint does with an <c>Idempotency-Key</c>.</summary>
internal enum IdempotencyUse
{
    /// <summary>Ignored: reading changes nothing, and events are identified by their own id.</summary>
    Ignored,

    /// <summary>The same key gives the same answer without doing the work again.</summary>
    Replayed,

    /// <summary>The request is refused: its answer cannot be given twice.</summary>
    Refused,
}
