namespace FlexPrice.Api.Requests;

/// <summary>
/// Divides a capacity among partitions. A partition may use all free capacity. When there is not enough for all, a partition below its equal share gets
/// capacity from the partition with the most: its newest revocable leases are revoked. Nothing is revoked for a partition that would then have
/// as much as the other one. A partition whose equal share is not free gets it in excess of the capacity, up to twice the capacity.
/// </summary>
/// <param name="capacity">How much there is.</param>
/// <param name="changed">Told by how much the sum of all shares changes.</param>
internal sealed class FairQuota(long capacity, Action<long>? changed = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Partition> _parties = new(StringComparer.Ordinal);
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
    public QuotaLease? TryAcquire(string party, long amount)
    {
        List<QuotaLease> revoked;
        QuotaLease share;
        lock (_lock)
        {
            if (!_parties.TryGetValue(party, out var owner))
            {
                _parties.Add(party, owner = new Partition(party));
            }

            if (FreeCapacity(owner, amount) is not { } made)
            {
                Forget(owner);
                return null;
            }

            revoked = made;
            share = new QuotaLease(this, owner, amount);
            owner.Shares++;
            owner.Revocable.AddLast(share.Node);
            Add(owner, amount);
        }

        Revoke(revoked);
        return share;
    }

    internal bool TryGrow(QuotaLease share, long more)
    {
        List<QuotaLease> revoked;
        lock (_lock)
        {
            if (share.IsEnded || FreeCapacity(share.Partition, more) is not { } made)
            {
                return false;
            }

            revoked = made;
            share.Amount += more;
            Add(share.Partition, more);
        }

        Revoke(revoked);
        return true;
    }

    internal void Shrink(QuotaLease share, long less)
    {
        lock (_lock)
        {
            if (!share.IsEnded)
            {
                share.Amount -= less;
                Add(share.Partition, -less);
            }
        }
    }

    internal bool TryPreventRevocation(QuotaLease share)
    {
        lock (_lock)
        {
            if (share.IsEnded)
            {
                return false;
            }

            share.Node.List?.Remove(share.Node);
            return true;
        }
    }

    // A held lease is older than waiting ones, so it is revoked last.
    internal void AllowRevocation(QuotaLease share)
    {
        lock (_lock)
        {
            if (!share.IsEnded && share.Node.List is null)
            {
                share.Partition.Revocable.AddFirst(share.Node);
            }
        }
    }

    internal void Return(QuotaLease share)
    {
        lock (_lock)
        {
            if (!share.IsEnded)
            {
                End(share);
            }
        }
    }

    private static void Revoke(List<QuotaLease> shares)
    {
        foreach (var share in shares)
        {
            share.SignalRevoked();
        }
    }

    // The leases to revoke, which have ended already; null when the partition may not have so much.
    private List<QuotaLease>? FreeCapacity(Partition party, long amount)
    {
        var wanted = party.Amount + amount;
        var toFree = _taken + amount - capacity;
        if (toFree <= 0)
        {
            return [];
        }

        var victims = LeasesToRevoke(party, wanted, toFree);
        var stillMissing = toFree - victims.Sum(victim => victim.Amount);
        if (stillMissing > 0 && (wanted > capacity / _parties.Count || stillMissing > capacity))
        {
            return null;
        }

        victims.ForEach(End);
        return victims;
    }

    private List<QuotaLease> LeasesToRevoke(Partition party, long wanted, long toFree)
    {
        var victims = new List<QuotaLease>();
        var left = _parties.Values.Where(other => other != party).Select(other => new RevocationCandidate(other)).ToList();
        while (toFree > 0 && left.Where(other => other.Next is not null && other.Amount > wanted).MaxBy(other => other.Amount) is { } largest)
        {
            var victim = largest.TakeNext();
            victims.Add(victim);
            toFree -= victim.Amount;
        }

        return victims;
    }

    private void End(QuotaLease share)
    {
        share.IsEnded = true;
        share.Node.List?.Remove(share.Node);
        Add(share.Partition, -share.Amount);
        share.Partition.Shares--;
        Forget(share.Partition);
    }

    private void Add(Partition party, long amount)
    {
        party.Amount += amount;
        _taken += amount;
        changed?.Invoke(amount);
    }

    private void Forget(Partition party)
    {
        if (party.Shares == 0)
        {
            _parties.Remove(party.Name);
        }
    }

    /// <summary>An owner of leases.</summary>
    internal sealed class Partition(string name)
    {
        public string Name => name;

        public long Amount { get; set; }

        public int Shares { get; set; }

        /// <summary>The shares that may be revoked, the newest last.</summary>
        public LinkedList<QuotaLease> Revocable { get; } = [];
    }

    /// <summary>The remaining leases of a partition after revocations.</summary>
    private sealed class RevocationCandidate(Partition party)
    {
        public long Amount { get; private set; } = party.Amount;

        public LinkedListNode<QuotaLease>? Next { get; private set; } = party.Revocable.Last;

        public QuotaLease TakeNext()
        {
            var share = Next!.Value;
            Amount -= share.Amount;
            Next = Next.Previous;
            return share;
        }
    }
}
