using System.Threading.RateLimiting;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Requests;

/// <summary>
/// The line of requests in front of the database: so many have their turn at once, so many wait for it in the order of their coming, and there is no place for more.
/// A turn is for what asks the database, so that whoever sends its body slowly has a place and nobody's turn.
/// </summary>
internal sealed class RequestQueue(LoadLimit limit) : IDisposable
{
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions { PermitLimit = limit.AtOnce + limit.Waiting, QueueLimit = 0 });

    // Whoever waits has a place already.
    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limit.AtOnce,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Takes a place for a request, until it is disposed; null when none is left.</summary>
    public IDisposable? TryEnter()
    {
        var place = _places.AttemptAcquire();
        return place.IsAcquired ? place : null;
    }

    /// <summary>Waits for a turn, which lasts until it is disposed.</summary>
    public async ValueTask<IDisposable> TakeTurnAsync(CancellationToken cancellationToken) => await _turns.AcquireAsync(permitCount: 1, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        _places.Dispose();
        _turns.Dispose();
    }
}
