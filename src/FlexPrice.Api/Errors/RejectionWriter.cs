using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.Errors;

/// <summary>
/// Passes on what the server writes to a connection, and replaces the one thing that only the server itself writes: the complete head of a 4xx
/// without a body and without a request id. Every answer of ours has a request id.
/// </summary>
internal sealed class RejectionWriter(PipeWriter connection, IIdGenerator ids) : PipeWriter
{
    private const int StatusDigits = 3;

    private Memory<byte> _handedOut;

    private static ReadOnlySpan<byte> Protocol => "HTTP/1.1 "u8;

    private static ReadOnlySpan<byte> BareEnd => "\r\nContent-Length: 0\r\nConnection: close\r\n"u8;

    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    public override bool CanGetUnflushedBytes => connection.CanGetUnflushedBytes;

    public override long UnflushedBytes => connection.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _handedOut = connection.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        var written = _handedOut.Span[..Math.Min(bytes, _handedOut.Length)];
        _handedOut = default;
        if (IsRejection(written))
        {
            connection.Write(Answer(written));
        }
        else
        {
            connection.Advance(bytes);
        }
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => connection.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => connection.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => connection.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => connection.CompleteAsync(exception);

    private static bool IsRejection(ReadOnlySpan<byte> written) =>
        written.StartsWith(Protocol)
        && written.Length > Protocol.Length + StatusDigits
        && written[Protocol.Length] == (byte)'4'
        && written.EndsWith(HeadEnd)
        && written.IndexOf(BareEnd) > 0
        && written.IndexOf(Encoding.ASCII.GetBytes(RequestId.HeaderName)) < 0;

    private byte[] Answer(ReadOnlySpan<byte> head)
    {
        var status = int.Parse(head.Slice(Protocol.Length, StatusDigits), CultureInfo.InvariantCulture);
        var body = JsonSerializer.SerializeToUtf8Bytes(ErrorResponse.Of(RequestErrors.OfServer(status), status), WireJson.Options);
        var statusLine = Encoding.ASCII.GetString(head[..head.IndexOf("\r\n"u8)]);
        var answered = $"{statusLine}\r\nContent-Length: {body.Length}\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\n{RequestId.HeaderName}: {ids.New<RequestId>()}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(answered), .. body];
    }
}
