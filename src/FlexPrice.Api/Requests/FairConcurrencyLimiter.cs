namespace FlexPrice.Api.Requests;

/// <summary>
/// Limits how many run at once; the others wait. The next permit goes to the partition with the fewest permits, among equals to the one served longest ago,
/// and within a partition to the first in its queue. A partition alone may use all permits.
/// </summary>
/// <param name="capacity">How many turns there are.</param>
internal sealed class FairConcurrencyLimiter(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Partition> _parties = new(StringComparer.Ordinal);

    // The partitions with waiters, the next one first. Remove a partition before changing its rank.
    private readonly SortedSet<Partition> _next = new(Comparer<Partition>.Create((one, other) => one.Rank.CompareTo(other.Rank)));
    private int _free = capacity;
    private long _served;
    private long _met;

    /// <summary>Acquires a permit until it is disposed; null when none is free.</summary>
    public IDisposable? TryAcquire(string party)
    {
        lock (_lock)
        {
            if (_free == 0)
            {
                return null;
            }

            _free--;
            return Grant(PartitionOf(party));
        }
    }

    /// <summary>Waits for a permit, which is held until it is disposed.</summary>
    public async ValueTask<IDisposable> AcquireAsync(string party, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<IDisposable>> waiter;
        lock (_lock)
        {
            var owner = PartitionOf(party);
            if (_free > 0)
            {
                _free--;
                return Grant(owner);
            }

            waiter = owner.Waiting.AddLast(new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously));
            _next.Add(owner);
        }

        await using (cancellationToken.UnsafeRegister(_ => CancelWaiter(party, waiter, cancellationToken), null))
        {
            return await waiter.Value.Task;
        }
    }

    private void CancelWaiter(string party, LinkedListNode<TaskCompletionSource<IDisposable>> waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.List is not { } waiting)
            {
                return;
            }

            waiting.Remove(waiter);
            var owner = _parties[party];
            if (waiting.Count == 0)
            {
                _next.Remove(owner);
            }

            Forget(owner);
        }

        waiter.Value.SetCanceled(cancellationToken);
    }

    private void Return(Partition party)
    {
        TaskCompletionSource<IDisposable> next;
        IDisposable turn;
        lock (_lock)
        {
            _next.Remove(party);
            party.Held--;
            Enqueue(party);
            if (_next.Min is not { } chosen)
            {
                _free++;
                Forget(party);
                return;
            }

            next = chosen.Waiting.First!.Value;
            chosen.Waiting.RemoveFirst();
            turn = Grant(chosen);
            Forget(party);
        }

        next.SetResult(turn);
    }

    private Permit Grant(Partition party)
    {
        _next.Remove(party);
        party.Held++;
        party.LastServed = ++_served;
        Enqueue(party);
        return new Permit(this, party);
    }

    private void Enqueue(Partition party)
    {
        if (party.Waiting.Count > 0)
        {
            _next.Add(party);
        }
    }

    private Partition PartitionOf(string name)
    {
        if (!_parties.TryGetValue(name, out var party))
        {
            _parties.Add(name, party = new Partition(name, ++_met));
        }

        return party;
    }

    private void Forget(Partition party)
    {
        if (party is { Held: 0, Waiting.Count: 0 })
        {
            _parties.Remove(party.Name);
        }
    }

    private sealed class Partition(string name, long met)
    {
        public string Name => name;

        public (int Held, long LastServed, long Met) Rank => (Held, LastServed, met);

        public int Held { get; set; }

        public long LastServed { get; set; }

        public LinkedList<TaskCompletionSource<IDisposable>> Waiting { get; } = [];
    }

    private sealed class Permit(FairConcurrencyLimiter turns, Partition party) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                turns.Return(party);
            }
        }
    }
}
