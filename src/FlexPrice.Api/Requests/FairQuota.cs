namespace FlexPrice.Api.Requests;

/// <summary>
/// Divides a capacity among partitions. A partition may use all free capacity. When there is not enough for all, a partition below its equal share gets
/// capacity from the partition with the most: its newest revocable leases are revoked. Nothing is revoked for a partition that would then have
/// as much as the other one. A partition whose equal share is not free gets it in excess of the capacity, up to twice the capacity.
/// </summary>
/// <param name="capacity">How much there is.</param>
/// <param name="changed">Receives each change of the sum of all leases.</param>
internal sealed class FairQuota(long capacity, Action<long>? changed = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);
    private long _taken;

    /// <summary>The sum of all leases. It exceeds the capacity only while leases that cannot be revoked exceed their partition's equal share.</summary>
    public long Used
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>Acquires a lease until it is disposed; null when the partition has its equal share and nothing is free.</summary>
    public QuotaLease? TryAcquire(string partition, long amount)
    {
        List<QuotaLease> revoked;
        QuotaLease lease;
        lock (_lock)
        {
            if (!_partitions.TryGetValue(partition, out var owner))
            {
                _partitions.Add(partition, owner = new Partition(partition));
            }

            if (FreeCapacity(owner, amount) is not { } made)
            {
                Forget(owner);
                return null;
            }

            revoked = made;
            lease = new QuotaLease(this, owner, amount);
            owner.Shares++;
            owner.Revocable.AddLast(lease.Node);
            Add(owner, amount);
        }

        Revoke(revoked);
        return lease;
    }

    internal bool TryGrow(QuotaLease lease, long more)
    {
        List<QuotaLease> revoked;
        lock (_lock)
        {
            if (lease.IsEnded || FreeCapacity(lease.Partition, more) is not { } made)
            {
                return false;
            }

            revoked = made;
            lease.Amount += more;
            Add(lease.Partition, more);
        }

        Revoke(revoked);
        return true;
    }

    internal void Shrink(QuotaLease lease, long less)
    {
        lock (_lock)
        {
            if (!lease.IsEnded)
            {
                lease.Amount -= less;
                Add(lease.Partition, -less);
            }
        }
    }

    internal bool TryPreventRevocation(QuotaLease lease)
    {
        lock (_lock)
        {
            if (lease.IsEnded)
            {
                return false;
            }

            lease.Node.List?.Remove(lease.Node);
            return true;
        }
    }

    // A held lease is older than waiting ones, so it is revoked last.
    internal void AllowRevocation(QuotaLease lease)
    {
        lock (_lock)
        {
            if (!lease.IsEnded && lease.Node.List is null)
            {
                lease.Partition.Revocable.AddFirst(lease.Node);
            }
        }
    }

    internal void Return(QuotaLease lease)
    {
        lock (_lock)
        {
            if (!lease.IsEnded)
            {
                End(lease);
            }
        }
    }

    private static void Revoke(List<QuotaLease> leases)
    {
        foreach (var lease in leases)
        {
            lease.SignalRevoked();
        }
    }

    // The leases to revoke, which have ended already; null when the partition may not have so much.
    private List<QuotaLease>? FreeCapacity(Partition partition, long amount)
    {
        var wanted = partition.Amount + amount;
        var toFree = _taken + amount - capacity;
        if (toFree <= 0)
        {
            return [];
        }

        var revocable = LeasesToRevoke(partition, wanted, toFree);
        var stillMissing = toFree - revocable.Sum(lease => lease.Amount);
        if (stillMissing > 0 && (wanted > capacity / _partitions.Count || stillMissing > capacity))
        {
            return null;
        }

        revocable.ForEach(End);
        return revocable;
    }

    private List<QuotaLease> LeasesToRevoke(Partition partition, long wanted, long toFree)
    {
        var revocable = new List<QuotaLease>();
        var left = _partitions.Values.Where(other => other != partition).Select(other => new RevocationCandidate(other)).ToList();
        while (toFree > 0 && left.Where(other => other.Next is not null && other.Amount > wanted).MaxBy(other => other.Amount) is { } largest)
        {
            var lease = largest.TakeNext();
            revocable.Add(lease);
            toFree -= lease.Amount;
        }

        return revocable;
    }

    private void End(QuotaLease lease)
    {
        lease.IsEnded = true;
        lease.Node.List?.Remove(lease.Node);
        Add(lease.Partition, -lease.Amount);
        lease.Partition.Shares--;
        Forget(lease.Partition);
    }

    private void Add(Partition partition, long amount)
    {
        partition.Amount += amount;
        _taken += amount;
        changed?.Invoke(amount);
    }

    private void Forget(Partition partition)
    {
        if (partition.Shares == 0)
        {
            _partitions.Remove(partition.Name);
        }
    }

    /// <summary>An owner of leases.</summary>
    internal sealed class Partition(string name)
    {
        public string Name => name;

        public long Amount { get; set; }

        public int Shares { get; set; }

        /// <summary>The leases that may be revoked, the newest last.</summary>
        public LinkedList<QuotaLease> Revocable { get; } = [];
    }

    /// <summary>The remaining leases of a partition after revocations.</summary>
    private sealed class RevocationCandidate(Partition partition)
    {
        public long Amount { get; private set; } = partition.Amount;

        public LinkedListNode<QuotaLease>? Next { get; private set; } = partition.Revocable.Last;

        public QuotaLease TakeNext()
        {
            var lease = Next!.Value;
            Amount -= lease.Amount;
            Next = Next.Previous;
            return lease;
        }
    }
}
