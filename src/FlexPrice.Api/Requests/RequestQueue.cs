using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Requests;

/// <summary>
/// The queue in front of the database, divided fairly among tenants: memory for bodies, slots for requests whose body has been read, and permits to query
/// the database. A caller whose key is not known to work is an unknown caller: these share a few permits and have slots of their own, both divided fairly among
/// addresses. Unknown callers take nothing else from tenants.
/// </summary>
internal sealed class RequestQueue(LoadLimit limit)
{
    // No tenant has an empty id.
    private const string UnknownCallers = "";
    private const int UnknownCallersPart = 8;

    private readonly FairQuota _bytes = new(limit.BodyBytes, FlexPriceTelemetry.BodyBytes.Add);
    private readonly FairQuota _places = new(limit.AtOnce + limit.Waiting);
    private readonly FairQuota _unknownCallerPlaces = new(limit.AtOnce + limit.Waiting);
    private readonly FairConcurrencyLimiter _permits = new(limit.AtOnce);
    private readonly FairConcurrencyLimiter _unknownCallerPermits = new(Math.Max(1, limit.AtOnce / UnknownCallersPart));

    /// <summary>How many bytes of bodies are in memory.</summary>
    public long Bytes => _bytes.Used;

    /// <summary>Acquires memory for a body; null when the tenant has its share and nothing is free.</summary>
    public QuotaLease? TryAcquireBytes(string tenant, long bytes) => _bytes.TryAcquire(tenant, bytes);

    /// <summary>Acquires a slot; null when the tenant has its share and nothing is free.</summary>
    public QuotaLease? TryEnter(string tenant) => _places.TryAcquire(tenant, 1);

    /// <summary>Acquires a permit if one is free.</summary>
    public IDisposable? TryAcquirePermit(string tenant) => _permits.TryAcquire(tenant);

    /// <summary>Waits for a permit, for a tenant with a slot.</summary>
    public ValueTask<IDisposable> AcquirePermitAsync(string tenant, CancellationToken cancellationToken) => _permits.AcquireAsync(tenant, cancellationToken);

    /// <summary>Waits for a permit of an unknown caller; null when too many wait and the address has its share of slots, or its slot is revoked for an address with fewer.</summary>
    public async ValueTask<IDisposable?> AcquireUnknownCallerPermitAsync(string address, CancellationToken cancellationToken)
    {
        if (_unknownCallerPlaces.TryAcquire(address, 1) is not { } place)
        {
            return null;
        }

        IDisposable? among = null;
        IDisposable? permit = null;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, place.Revoked);
            among = await _unknownCallerPermits.AcquireAsync(address, either.Token);
            permit = await _permits.AcquireAsync(UnknownCallers, either.Token);
            if (place.TryPreventRevocation())
            {
                return new UnknownCallerPermit(permit, among, place);
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
            permit?.Dispose();
            among?.Dispose();
            place.Dispose();
        }
    }

    private sealed record UnknownCallerPermit(IDisposable Turn, IDisposable Among, IDisposable Place) : IDisposable
    {
        public void Dispose()
        {
            Turn.Dispose();
            Among.Dispose();
            Place.Dispose();
        }
    }
}
