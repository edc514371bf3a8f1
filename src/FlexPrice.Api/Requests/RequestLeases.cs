using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Requests;

/// <summary>
/// The resources of one request of a tenant. Its body may be cut off while it is received, and its slot revoked while it waits: then it is answered 503 and nothing was
/// done. From its first permit until its answer begins it is not revoked; after that its connection may be cut if the caller reads the answer too slowly.
/// </summary>
internal sealed class RequestLeases(RequestQueue queue) : IDisposable
{
    private QuotaLease? _body;
    private QuotaLease? _place;
    private CancellationTokenRegistration _cut;
    private bool _isUnderWay;

    /// <summary>Whether the request was rejected before anything was executed.</summary>
    public bool IsRejected { get; private set; }

    /// <summary>Once its answer begins, the connection is cut when another request needs its slot.</summary>
    public void Serve(HttpContext context) => context.Response.OnStarting(AllowRevocation, context);

    /// <summary>Acquires memory for the body; null when the request is rejected.</summary>
    public QuotaLease? TryAcquireBody(string tenant, long bytes)
    {
        _body?.Dispose();
        return _body = queue.TryAcquireBytes(tenant, bytes);
    }

    /// <summary>Waits for a permit to look up the caller's key. The slot is released afterwards: a request whose body is still to come needs none.</summary>
    public async ValueTask<IDisposable?> AcquireKeyLookupPermitAsync(string tenant, CancellationToken cancellationToken)
    {
        if (_isUnderWay)
        {
            return await queue.AcquirePermitAsync(tenant, cancellationToken);
        }

        var place = queue.TryEnter(tenant);
        if (place is null || await TryWaitAsync(tenant, place, body: null, cancellationToken) is not { } permit)
        {
            place?.Dispose();
            Reject();
            return null;
        }

        return new KeyLookupLease(permit, place);
    }

    /// <summary>Waits for a permit to look up the key of an unknown caller; null when the request is rejected.</summary>
    public async ValueTask<IDisposable?> AcquireUnknownCallerPermitAsync(string address, CancellationToken cancellationToken)
    {
        var permit = await queue.AcquireUnknownCallerPermitAsync(address, cancellationToken);
        if (permit is null)
        {
            Reject();
        }

        return permit;
    }

    /// <summary>Waits for a permit to execute the request; null when it is rejected. A request that had a permit before is not rejected.</summary>
    public async ValueTask<IDisposable?> AcquirePermitAsync(string tenant, CancellationToken cancellationToken)
    {
        if (_isUnderWay)
        {
            return await queue.AcquirePermitAsync(tenant, cancellationToken);
        }

        _place = queue.TryEnter(tenant);
        if (_place is null || await TryWaitAsync(tenant, _place, _body, cancellationToken) is not { } permit)
        {
            Dispose();
            Reject();
            return null;
        }

        _isUnderWay = true;
        return permit;
    }

    /// <summary>Says that the body is not needed any more.</summary>
    public void ReleaseBody() => _body?.Dispose();

    /// <inheritdoc />
    public void Dispose()
    {
        // Waits for a cut that has begun: the server uses the context for the connection's next request.
        _cut.Dispose();
        _body?.Dispose();
        _place?.Dispose();
    }

    /// <summary>Marks the request as rejected, and counts it once.</summary>
    public void Reject()
    {
        if (!IsRejected)
        {
            IsRejected = true;
            FlexPriceTelemetry.RequestsShed.Add(1);
        }
    }

    // Null when the slot or the body's memory was revoked.
    private async ValueTask<IDisposable?> TryWaitAsync(string tenant, QuotaLease place, QuotaLease? body, CancellationToken cancellationToken)
    {
        if (queue.TryAcquirePermit(tenant) is not { } permit)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, place.Revoked, body?.Revoked ?? CancellationToken.None);
            try
            {
                permit = await queue.AcquirePermitAsync(tenant, either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        if (place.TryPreventRevocation() && body?.TryPreventRevocation() != false)
        {
            return permit;
        }

        permit.Dispose();
        return null;
    }

    private Task AllowRevocation(object context)
    {
        if (_isUnderWay)
        {
            _cut = _place!.Revoked.UnsafeRegister(static answered => ((HttpContext)answered!).Abort(), context);
            _place.AllowRevocation();
        }

        return Task.CompletedTask;
    }

    private sealed record KeyLookupLease(IDisposable Turn, QuotaLease Place) : IDisposable
    {
        public void Dispose()
        {
            Turn.Dispose();
            Place.Dispose();
        }
    }
}
