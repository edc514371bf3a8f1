using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Requests;

/// <summary>
/// The line in front of the database, divided fairly among tenants: bytes of bodies, places for requests whose body has been read, and turns of those that ask
/// the database. Whoever presents a key that is not known to work is a stranger: strangers share a few turns and have places of their own, both divided fairly among
/// addresses. Tenants lose nothing to strangers but those turns.
/// </summary>
internal sealed class RequestQueue(LoadLimit limit)
{
    // No tenant has an empty id.
    private const string Strangers = "";
    private const int StrangersPart = 8;

    private readonly FairShares _bytes = new(limit.BodyBytes, FlexPriceTelemetry.BodyBytes.Add);
    private readonly FairShares _places = new(limit.AtOnce + limit.Waiting);
    private readonly FairShares _strangersPlaces = new(limit.AtOnce + limit.Waiting);
    private readonly FairTurns _turns = new(limit.AtOnce);
    private readonly FairTurns _strangersTurns = new(Math.Max(1, limit.AtOnce / StrangersPart));

    /// <summary>How many bytes of bodies are in memory.</summary>
    public long Bytes => _bytes.Taken;

    /// <summary>Takes bytes for a body; null when the tenant has its part and nothing is free.</summary>
    public Share? TryTakeBytes(string tenant, long bytes) => _bytes.TryTake(tenant, bytes);

    /// <summary>Takes a place; null when the tenant has its part and nothing is free.</summary>
    public Share? TryEnter(string tenant) => _places.TryTake(tenant, 1);

    /// <summary>Takes a turn if one is free.</summary>
    public IDisposable? TryTakeTurn(string tenant) => _turns.TryTake(tenant);

    /// <summary>Waits for a turn of a tenant that has a place.</summary>
    public ValueTask<IDisposable> TakeTurnAsync(string tenant, CancellationToken cancellationToken) => _turns.TakeAsync(tenant, cancellationToken);

    /// <summary>Waits for a turn of somebody unknown; null when too many wait and the address has its part of them, or loses its place to an address that has less.</summary>
    public async ValueTask<IDisposable?> TakeStrangersTurnAsync(string address, CancellationToken cancellationToken)
    {
        if (_strangersPlaces.TryTake(address, 1) is not { } place)
        {
            return null;
        }

        IDisposable? among = null;
        IDisposable? turn = null;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, place.Revoked);
            among = await _strangersTurns.TakeAsync(address, either.Token);
            turn = await _turns.TakeAsync(Strangers, either.Token);
            if (place.TryHold())
            {
                return new StrangersTurn(turn, among, place);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }
        catch
        {
            Release();
            throw;
        }

        Release();
        return null;

        void Release()
        {
            turn?.Dispose();
            among?.Dispose();
            place.Dispose();
        }
    }

    private sealed record StrangersTurn(IDisposable Turn, IDisposable Among, IDisposable Place) : IDisposable
    {
        public void Dispose()
        {
            Turn.Dispose();
            Among.Dispose();
            Place.Dispose();
        }
    }
}
