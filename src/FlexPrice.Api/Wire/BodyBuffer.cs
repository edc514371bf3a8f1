using System.Buffers;
using System.Numerics;
using FlexPrice.Api.Requests;

namespace FlexPrice.Api.Wire;

/// <summary>Pooled memory for a body, taken as the body comes and never beyond what the tenant may have.</summary>
/// <param name="share">The request's share of the bytes for bodies.</param>
/// <param name="most">The largest body.</param>
internal sealed class BodyBuffer(QuotaLease share, int most) : IDisposable
{
    /// <summary>What a body costs before its first byte.</summary>
    public const int Overhead = 4 * 1024;

    private const int FirstCapacity = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>The body so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Where the next bytes go; empty when the memory is full.</summary>
    public Memory<byte> Free => _bytes.AsMemory(_length..Math.Min(_bytes.Length, most));

    /// <summary>Whether the body has the size of the largest.</summary>
    public bool IsWhole => _length == most;

    /// <summary>Says that the next bytes have come.</summary>
    public void Advance(int count) => _length += count;

    /// <summary>Takes more memory; false when the tenant must not have it.</summary>
    /// <param name="announced">The announced size of the body, if any.</param>
    public bool TryGrow(long? announced)
    {
        var wanted = Math.Min(Math.Max(FirstCapacity, 2L * _bytes.Length), announced is > 0 ? Math.Min(announced.Value, most) : most);

        // As large as the pool is going to make it.
        var capacity = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(wanted, _length + 1L));
        if (!share.TryGrow(capacity))
        {
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent(capacity);
        Written.CopyTo(larger);
        Return();
        _bytes = larger;
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // The share stays: what the body is turned into takes up as much.
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
        _length = 0;
    }

    private void Return()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            share.Shrink(_bytes.Length);
        }
    }
}
