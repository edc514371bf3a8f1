using System.Diagnostics;
using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>
/// The process's one connection to the broker and its one channel, opened on demand. The client's own recovery is off:
/// the outbox keeps what could not be handed over, and two that try again would not know of each other.
/// </summary>
internal sealed partial class BrokerConnection(RabbitMqSettings settings, ILogger<BrokerConnection> logger) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Callers that waited for a failed attempt fail with it, instead of each making its own.</summary>
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private static readonly CreateChannelOptions WithConfirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;
    private volatile IChannel? _channel;
    private volatile bool _isBlocked;
    private int _openedCount;
    private long? _failedAt;
    private bool _isClosed;
    private bool _isKnownToFail;

    /// <summary>Whether a message can be handed over as far as is known.</summary>
    public bool IsUsable => _channel is { IsOpen: true } && !_isBlocked;

    /// <summary>How often it became usable.</summary>
    public int OpenedCount => Volatile.Read(ref _openedCount);

    /// <summary>The channel, on which everything is declared that messages need.</summary>
    /// <exception cref="BrokerUnavailableException">It cannot be opened, or the broker reads nothing from it because it is short of memory or disk.</exception>
    public async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return _isBlocked ? throw new BrokerUnavailableException() : open;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _channel is { IsOpen: true } opened ? opened : await ReopenAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes leave of the broker for good.</summary>
    public async Task CloseAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            _isClosed = true;
            await AbortAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    // The gate is not disposed: it holds no resources, and a closing caller may still hold it.
    public void Dispose() => _connection?.Dispose();

    private async Task<IChannel> ReopenAsync(CancellationToken cancellationToken)
    {
        if (_isClosed || (_failedAt is { } failedAt && Stopwatch.GetElapsedTime(failedAt) < RetryInterval))
        {
            throw new BrokerUnavailableException();
        }

        try
        {
            await AbortAsync();
            _connection = await Factory().CreateConnectionAsync(cancellationToken);
            _connection.ConnectionBlockedAsync += OnBlockedAsync;
            _connection.ConnectionUnblockedAsync += OnUnblockedAsync;
            var channel = await _connection.CreateChannelAsync(WithConfirms, cancellationToken);
            await BrokerTopology.DeclareAsync(channel, cancellationToken);
            _channel = channel;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            _failedAt = Stopwatch.GetTimestamp();
            ReportFailure(failure);
            await AbortAsync();
            throw new BrokerUnavailableException(failure);
        }

        Interlocked.Increment(ref _openedCount);
        _failedAt = null;
        _isKnownToFail = false;
        LogOpened(logger);
        return _channel;
    }

    // To say it every second for an hour would say nothing that the first time did not.
    private void ReportFailure(Exception failure)
    {
        if (!_isKnownToFail)
        {
            _isKnownToFail = true;
            LogFailed(logger, Describe(failure));
        }
    }

    private Task OnBlockedAsync(object sender, ConnectionBlockedEventArgs blocked)
    {
        _isBlocked = true;
        LogBlocked(logger);
        return Task.CompletedTask;
    }

    private Task OnUnblockedAsync(object sender, AsyncEventArgs unblocked)
    {
        _isBlocked = false;
        Interlocked.Increment(ref _openedCount);
        LogOpened(logger);
        return Task.CompletedTask;
    }

    private async Task AbortAsync()
    {
        _channel = null;
        _isBlocked = false;
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.AbortAsync(Timeout);
            await connection.DisposeAsync();
        }
    }

    private ConnectionFactory Factory() => new()
    {
        Uri = settings.Uri,
        ClientProvidedName = "FlexPrice",
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedConnectionTimeout = Timeout,
        HandshakeContinuationTimeout = Timeout,
        ContinuationTimeout = Timeout,

        // A broker that vanished without a word is noticed after two of them.
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
    };

    // The messages of broker and network may contain addresses and user names; the innermost type and the protocol's number do not.
    private static string Describe(Exception failure) => failure switch
    {
        OperationInterruptedException { ShutdownReason: { } reason } => $"{failure.GetType().Name} {reason.ReplyCode}",
        { InnerException: { } inner } => Describe(inner),
        _ => failure.GetType().Name,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker cannot be used, its messages wait in the outbox: {Failure}")]
    private static partial void LogFailed(ILogger logger, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker is short of memory or disk and takes no messages, they wait in the outbox")]
    private static partial void LogBlocked(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "The broker takes messages")]
    private static partial void LogOpened(ILogger logger);
}
