namespace FlexPrice.Api.Requests;

/// <summary>
/// Divides something countable among parties. A party may take all that is free. Once there is not enough for everybody, a party below its equal part gets
/// its share at the expense of the one that has most: that one's newest revocable shares are revoked. Nothing is revoked for a party that would then have
/// as much as the one it is taken from. Whoever gets an equal part that is not free gets it beyond what there is, up to twice as much.
/// </summary>
/// <param name="capacity">How much there is.</param>
/// <param name="changed">Told by how much the sum of all shares changes.</param>
internal sealed class FairShares(long capacity, Action<long>? changed = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Party> _parties = new(StringComparer.Ordinal);
    private long _taken;

    /// <summary>The sum of all shares. More than there is only while shares that cannot be revoked exceed their party's equal part.</summary>
    public long Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>Takes a share, until it is disposed; null when the party has its equal part and nothing is free.</summary>
    public Share? TryTake(string party, long amount)
    {
        List<Share> revoked;
        Share share;
        lock (_lock)
        {
            if (!_parties.TryGetValue(party, out var owner))
            {
                _parties.Add(party, owner = new Party(party));
            }

            if (MakeRoom(owner, amount) is not { } made)
            {
                Forget(owner);
                return null;
            }

            revoked = made;
            share = new Share(this, owner, amount);
            owner.Shares++;
            owner.Revocable.AddLast(share.Node);
            Add(owner, amount);
        }

        Revoke(revoked);
        return share;
    }

    internal bool TryGrow(Share share, long more)
    {
        List<Share> revoked;
        lock (_lock)
        {
            if (share.IsOver || MakeRoom(share.Party, more) is not { } made)
            {
                return false;
            }

            revoked = made;
            share.Amount += more;
            Add(share.Party, more);
        }

        Revoke(revoked);
        return true;
    }

    internal void Shrink(Share share, long less)
    {
        lock (_lock)
        {
            if (!share.IsOver)
            {
                share.Amount -= less;
                Add(share.Party, -less);
            }
        }
    }

    internal bool TryHold(Share share)
    {
        lock (_lock)
        {
            if (share.IsOver)
            {
                return false;
            }

            share.Node.List?.Remove(share.Node);
            return true;
        }
    }

    // Whoever was held is older than whoever waits, so that he is the last to be revoked.
    internal void LetGo(Share share)
    {
        lock (_lock)
        {
            if (!share.IsOver && share.Node.List is null)
            {
                share.Party.Revocable.AddFirst(share.Node);
            }
        }
    }

    internal void Return(Share share)
    {
        lock (_lock)
        {
            if (!share.IsOver)
            {
                End(share);
            }
        }
    }

    private static void Revoke(List<Share> shares)
    {
        foreach (var share in shares)
        {
            share.TellRevoked();
        }
    }

    // The shares to revoke, which are over already; null when the party must not have so much.
    private List<Share>? MakeRoom(Party party, long amount)
    {
        var wanted = party.Amount + amount;
        var toFree = _taken + amount - capacity;
        if (toFree <= 0)
        {
            return [];
        }

        var victims = Victims(party, wanted, toFree);
        var stillMissing = toFree - victims.Sum(victim => victim.Amount);
        if (stillMissing > 0 && (wanted > capacity / _parties.Count || stillMissing > capacity))
        {
            return null;
        }

        victims.ForEach(End);
        return victims;
    }

    private List<Share> Victims(Party party, long wanted, long toFree)
    {
        var victims = new List<Share>();
        var left = _parties.Values.Where(other => other != party).Select(other => new Remainder(other)).ToList();
        while (toFree > 0 && left.Where(other => other.Next is not null && other.Amount > wanted).MaxBy(other => other.Amount) is { } largest)
        {
            var victim = largest.Take();
            victims.Add(victim);
            toFree -= victim.Amount;
        }

        return victims;
    }

    private void End(Share share)
    {
        share.IsOver = true;
        share.Node.List?.Remove(share.Node);
        Add(share.Party, -share.Amount);
        share.Party.Shares--;
        Forget(share.Party);
    }

    private void Add(Party party, long amount)
    {
        party.Amount += amount;
        _taken += amount;
        changed?.Invoke(amount);
    }

    private void Forget(Party party)
    {
        if (party.Shares == 0)
        {
            _parties.Remove(party.Name);
        }
    }

    /// <summary>Who has shares.</summary>
    internal sealed class Party(string name)
    {
        public string Name => name;

        public long Amount { get; set; }

        public int Shares { get; set; }

        /// <summary>The shares that may be revoked, the newest last.</summary>
        public LinkedList<Share> Revocable { get; } = [];
    }

    /// <summary>What a party would have left.</summary>
    private sealed class Remainder(Party party)
    {
        public long Amount { get; private set; } = party.Amount;

        public LinkedListNode<Share>? Next { get; private set; } = party.Revocable.Last;

        public Share Take()
        {
            var share = Next!.Value;
            Amount -= share.Amount;
            Next = Next.Previous;
            return share;
        }
    }
}
