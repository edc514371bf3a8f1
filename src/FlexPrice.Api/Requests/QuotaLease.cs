namespace FlexPrice.Api.Requests;

/// <summary>A partition's lease of a divided capacity, until it is disposed or revoked. It may be revoked unless revocation is prevented.</summary>
internal sealed class QuotaLease : IDisposable
{
    private readonly FairQuota _quota;
    private readonly CancellationTokenSource _revoked = new();

    internal QuotaLease(FairQuota quota, FairQuota.Partition partition, long amount)
    {
        _quota = quota;
        Partition = partition;
        Amount = amount;
        Node = new LinkedListNode<QuotaLease>(this);
        Revoked = _revoked.Token;
    }

    /// <summary>Cancelled when the lease is revoked.</summary>
    public CancellationToken Revoked { get; }

    internal FairQuota.Partition Partition { get; }

    internal LinkedListNode<QuotaLease> Node { get; }

    internal long Amount { get; set; }

    /// <summary>Whether it was released or revoked.</summary>
    internal bool IsEnded { get; set; }

    /// <summary>Enlarges the lease; false when the partition has its share, or the lease was revoked.</summary>
    public bool TryGrow(long more) => _quota.TryGrow(this, more);

    /// <summary>Gives a part of it back.</summary>
    public void Shrink(long less) => _quota.Shrink(this, less);

    /// <summary>Keeps it from being revoked; false when that has happened.</summary>
    public bool TryPreventRevocation() => _quota.TryPreventRevocation(this);

    /// <summary>Lets it be revoked again.</summary>
    public void AllowRevocation() => _quota.AllowRevocation(this);

    /// <inheritdoc />
    public void Dispose() => _quota.Return(this);

    // Not inline: the cancelled request's continuation must not run in the request that needs the capacity.
    internal void SignalRevoked() => _ = _revoked.CancelAsync();
}
