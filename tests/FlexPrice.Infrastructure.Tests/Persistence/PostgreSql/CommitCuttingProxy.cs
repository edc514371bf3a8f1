using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>Stands between the product and the server. When it is armed, it lets a COMMIT through, waits until the server has done it, and cuts the connection instead of saying so.</summary>
internal sealed class CommitCuttingProxy : IAsyncDisposable
{
    private static readonly byte[] Commit = Encoding.ASCII.GetBytes("COMMIT\0");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IPEndPoint _server;
    private readonly Task _accepting;
    private int _armed;

    private CommitCuttingProxy(string host, int port)
    {
        _server = new IPEndPoint(IPAddress.Parse(host), port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public static CommitCuttingProxy Before(string host, int port) => new(host, port);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many answers to a COMMIT were withheld.</summary>
    public int Cuts { get; private set; }

    /// <summary>Whether all later connections are refused once one was cut.</summary>
    public bool StaysAway { get; set; }

    /// <summary>What happens between the commit and the cut.</summary>
    public Action? WhenCut { get; set; }

    /// <summary>Cuts the next connections that commit, this many.</summary>
    public void Arm(int cuts = 1) => Volatile.Write(ref _armed, cuts);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            if (StaysAway && Cuts > 0)
            {
                client.Dispose();
                continue;
            }

            _ = ServeAsync(client).ContinueWith(_ => client.Dispose(), TaskScheduler.Default);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(_server, _end.Token);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var commits = new StrongBox();
        await Task.WhenAny(ForwardAsync(client.GetStream(), server.GetStream(), commits, over.Token), AnswerAsync(server.GetStream(), client.GetStream(), commits, over.Token));
        await over.CancelAsync();
    }

    private async Task ForwardAsync(NetworkStream from, NetworkStream to, StrongBox commits, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (buffer.AsSpan(0, read).IndexOf(Commit) >= 0 && Interlocked.Decrement(ref _armed) >= 0)
            {
                commits.IsToBeCut = true;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to, StrongBox commits, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (commits.IsToBeCut)
            {
                // The server has answered, so it has committed.
                Cuts++;
                WhenCut?.Invoke();
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private sealed class StrongBox
    {
        public volatile bool IsToBeCut;
    }
}
