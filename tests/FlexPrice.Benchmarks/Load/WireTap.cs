using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlexPrice.Benchmarks.Load;

/// <summary>Stands between a server and PostgreSQL, and reads along in the protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html.</summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;
    private readonly Task _accepting;
    private readonly Lock _lock = new();
    private List<double> _transactions = [];
    private int _statements;
    private int _roundTrips;

    public WireTap(int port)
    {
        _port = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What has passed since the last time: statements, round trips, and how long every transaction was open, in milliseconds.</summary>
    public (int Statements, int RoundTrips, IReadOnlyList<double> Transactions) Take()
    {
        lock (_lock)
        {
            var taken = (_statements, _roundTrips, (IReadOnlyList<double>)_transactions);
            (_statements, _roundTrips, _transactions) = (0, 0, []);
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        await far.ConnectAsync(IPAddress.Loopback, _port);
        var conversation = new Conversation(this);
        await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream(), conversation.Asked), CopyAsync(far.GetStream(), near.GetStream(), conversation.Answered));
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> read)
    {
        try
        {
            var buffer = new byte[65536];
            int length;
            while ((length = await from.ReadAsync(buffer)) > 0)
            {
                read(buffer.AsMemory(0, length));
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException)
        {
            // One side hung up.
        }
    }

    /// <summary>One connection.</summary>
    private sealed class Conversation(WireTap tap)
    {
        private readonly ArrayBufferWriter<byte> _asked = new();
        private readonly ArrayBufferWriter<byte> _answered = new();
        private bool _isStarted;
        private bool _serverSpokeLast = true;
        private long _began;

        public void Asked(ReadOnlyMemory<byte> bytes)
        {
            lock (tap._lock)
            {
                if (_serverSpokeLast)
                {
                    tap._roundTrips++;
                    _serverSpokeLast = false;
                }

                _asked.Write(bytes.Span);
                Consume(_asked, !_isStarted, (type, body) =>
                {
                    _isStarted = true;
                    tap._statements += type is (byte)'E' or (byte)'Q' ? 1 : 0;
                    if (type is (byte)'Q' or (byte)'P' && Encoding.ASCII.GetString(body.Span).Contains("BEGIN", StringComparison.Ordinal))
                    {
                        _began = Stopwatch.GetTimestamp();
                    }
                });
            }
        }

        public void Answered(ReadOnlyMemory<byte> bytes)
        {
            lock (tap._lock)
            {
                _serverSpokeLast = true;
                _answered.Write(bytes.Span);

                // C: a command is complete; its tag names it.
                Consume(_answered, isStart: false, (type, body) =>
                {
                    if (type == (byte)'C' && _began != 0 && Encoding.ASCII.GetString(body.Span).StartsWith("COMMIT", StringComparison.Ordinal))
                    {
                        tap._transactions.Add(Stopwatch.GetElapsedTime(_began).TotalMilliseconds);
                        _began = 0;
                    }
                });
            }
        }

        // Only the first message of a client has no type before its length.
        private static void Consume(ArrayBufferWriter<byte> stream, bool isStart, Action<byte, ReadOnlyMemory<byte>> message)
        {
            var all = stream.WrittenSpan.ToArray();
            var at = 0;
            while (true)
            {
                var header = isStart ? 0 : 1;
                if (all.Length - at < header + 4)
                {
                    break;
                }

                var length = BinaryPrimitives.ReadInt32BigEndian(all.AsSpan(at + header));
                if (all.Length - at < header + length)
                {
                    break;
                }

                message(isStart ? (byte)0 : all[at], all.AsMemory(at + header + 4, length - 4));
                at += header + length;
                isStart = false;
            }

            stream.ResetWrittenCount();
            stream.Write(all.AsSpan(at));
        }
    }
}
