using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Requests;

/// <summary>
/// The line in front of the database, divided fairly among tenants: bytes of bodies, places for requests whose body has been read, and turns of those that ask
/// the database. Whoever presents a key that is not known to work shares a few turns, by address, and has no place: tenants lose nothing to strangers but those.
/// </summary>
internal sealed class RequestQueue(LoadLimit limit)
{
    // No tenant has an empty id.
    private const string Strangers = "";
    private const int StrangersPart = 8;

    private readonly FairShares _bytes = new(limit.BodyBytes, FlexPriceTelemetry.BodyBytes.Add);
    private readonly FairShares _places = new(limit.AtOnce + limit.Waiting);
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

    /// <summary>Waits for a turn of somebody unknown.</summary>
    public async ValueTask<IDisposable> TakeStrangersTurnAsync(string address, CancellationToken cancellationToken)
    {
        var among = await _strangersTurns.TakeAsync(address, cancellationToken);
        try
        {
            return new Both(await _turns.TakeAsync(Strangers, cancellationToken), among);
        }
        catch
        {
            among.Dispose();
            throw;
        }
    }

    private sealed record Both(IDisposable First, IDisposable Second) : IDisposable
    {
        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
