using FlexPrice.Application.Telemetry;

namespace FlexPrice.Api.Requests;

/// <summary>
/// What one request of a tenant takes up. Its body may be cut off while it comes, and its place taken away while it waits: then it is answered 503 and nothing was
/// done. From its first turn until its answer begins it is left alone; after that its connection may be cut when the answer is taken too slowly.
/// </summary>
internal sealed class RequestShares(RequestQueue queue) : IDisposable
{
    private Share? _body;
    private Share? _place;
    private CancellationTokenRegistration _cut;
    private bool _isUnderWay;

    /// <summary>Whether the request was turned away before anything was done for it.</summary>
    public bool IsTurnedAway { get; private set; }

    /// <summary>From when its answer begins, the request's connection is cut when somebody else needs its place.</summary>
    public void Serve(HttpContext context) => context.Response.OnStarting(LetGo, context);

    /// <summary>Takes bytes for the body; null when the request is turned away.</summary>
    public Share? TryTakeBody(string tenant, long bytes)
    {
        _body?.Dispose();
        return _body = queue.TryTakeBytes(tenant, bytes);
    }

    /// <summary>Waits for a turn to look the caller's key up. The place is given back afterwards: whoever is still to send a body needs none.</summary>
    public async ValueTask<IDisposable?> TakeTurnToLookUpAsync(string tenant, CancellationToken cancellationToken)
    {
        if (_isUnderWay)
        {
            return await queue.TakeTurnAsync(tenant, cancellationToken);
        }

        var place = queue.TryEnter(tenant);
        if (place is null || await TryWaitAsync(tenant, place, body: null, cancellationToken) is not { } turn)
        {
            place?.Dispose();
            TurnAway();
            return null;
        }

        return new LookUp(turn, place);
    }

    /// <summary>Waits for a turn to look up the key of somebody unknown; null when the request is turned away.</summary>
    public async ValueTask<IDisposable?> TakeStrangersTurnAsync(string address, CancellationToken cancellationToken)
    {
        var turn = await queue.TakeStrangersTurnAsync(address, cancellationToken);
        if (turn is null)
        {
            TurnAway();
        }

        return turn;
    }

    /// <summary>Waits for a turn to do what the request asks for; null when the request is turned away. Nobody is turned away who had a turn before.</summary>
    public async ValueTask<IDisposable?> TakeTurnAsync(string tenant, CancellationToken cancellationToken)
    {
        if (_isUnderWay)
        {
            return await queue.TakeTurnAsync(tenant, cancellationToken);
        }

        _place = queue.TryEnter(tenant);
        if (_place is null || await TryWaitAsync(tenant, _place, _body, cancellationToken) is not { } turn)
        {
            Dispose();
            TurnAway();
            return null;
        }

        _isUnderWay = true;
        return turn;
    }

    /// <summary>Says that the body is not needed any more.</summary>
    public void DropBody() => _body?.Dispose();

    /// <inheritdoc />
    public void Dispose()
    {
        // Waits for a cut that has begun: the server uses the context for the connection's next request.
        _cut.Dispose();
        _body?.Dispose();
        _place?.Dispose();
    }

    /// <summary>Says that the request is turned away, and counts it once.</summary>
    public void TurnAway()
    {
        if (!IsTurnedAway)
        {
            IsTurnedAway = true;
            FlexPriceTelemetry.RequestsShed.Add(1);
        }
    }

    // Null when the place or the body went to somebody else.
    private async ValueTask<IDisposable?> TryWaitAsync(string tenant, Share place, Share? body, CancellationToken cancellationToken)
    {
        if (queue.TryTakeTurn(tenant) is not { } turn)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, place.Revoked, body?.Revoked ?? CancellationToken.None);
            try
            {
                turn = await queue.TakeTurnAsync(tenant, either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        if (place.TryHold() && body?.TryHold() != false)
        {
            return turn;
        }

        turn.Dispose();
        return null;
    }

    private Task LetGo(object context)
    {
        if (_isUnderWay)
        {
            _cut = _place!.Revoked.UnsafeRegister(static answered => ((HttpContext)answered!).Abort(), context);
            _place.LetGo();
        }

        return Task.CompletedTask;
    }

    private sealed record LookUp(IDisposable Turn, Share Place) : IDisposable
    {
        public void Dispose()
        {
            Turn.Dispose();
            Place.Dispose();
        }
    }
}
