namespace FlexPrice.Api.Requests;

/// <summary>
/// Limits how many run at once; the others wait. The next permit goes to the partition with the fewest permits, among equals to the one served longest ago,
/// and within a partition to the first in its queue. A partition alone may use all permits.
/// </summary>
/// <param name="capacity">How many permits there are.</param>
internal sealed class FairConcurrencyLimiter(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Partition> _partitions = new(StringComparer.Ordinal);

    // The partitions with waiters, the next one first. Remove a partition before changing its rank.
    private readonly SortedSet<Partition> _next = new(Comparer<Partition>.Create((one, other) => one.Rank.CompareTo(other.Rank)));
    private int _free = capacity;
    private long _served;
    private long _met;

    /// <summary>Acquires a permit until it is disposed; null when none is free.</summary>
    public IDisposable? TryAcquire(string partition)
    {
        lock (_lock)
        {
            if (_free == 0)
            {
                return null;
            }

            _free--;
            return Grant(PartitionOf(partition));
        }
    }

    /// <summary>Waits for a permit, which is held until it is disposed.</summary>
    public async ValueTask<IDisposable> AcquireAsync(string partition, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<IDisposable>> waiter;
        lock (_lock)
        {
            var owner = PartitionOf(partition);
            if (_free > 0)
            {
                _free--;
                return Grant(owner);
            }

            waiter = owner.Waiting.AddLast(new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously));
            _next.Add(owner);
        }

        await using (cancellationToken.UnsafeRegister(_ => CancelWaiter(partition, waiter, cancellationToken), null))
        {
            return await waiter.Value.Task;
        }
    }

    private void CancelWaiter(string partition, LinkedListNode<TaskCompletionSource<IDisposable>> waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (waiter.List is not { } waiting)
            {
                return;
            }

            waiting.Remove(waiter);
            var owner = _partitions[partition];
            if (waiting.Count == 0)
            {
                _next.Remove(owner);
            }

            Forget(owner);
        }

        waiter.Value.SetCanceled(cancellationToken);
    }

    private void Return(Partition partition)
    {
        TaskCompletionSource<IDisposable> next;
        IDisposable permit;
        lock (_lock)
        {
            _next.Remove(partition);
            partition.Held--;
            Enqueue(partition);
            if (_next.Min is not { } chosen)
            {
                _free++;
                Forget(partition);
                return;
            }

            next = chosen.Waiting.First!.Value;
            chosen.Waiting.RemoveFirst();
            permit = Grant(chosen);
            Forget(partition);
        }

        next.SetResult(permit);
    }

    private Permit Grant(Partition partition)
    {
        _next.Remove(partition);
        partition.Held++;
        partition.LastServed = ++_served;
        Enqueue(partition);
        return new Permit(this, partition);
    }

    private void Enqueue(Partition partition)
    {
        if (partition.Waiting.Count > 0)
        {
            _next.Add(partition);
        }
    }

    private Partition PartitionOf(string name)
    {
        if (!_partitions.TryGetValue(name, out var partition))
        {
            _partitions.Add(name, partition = new Partition(name, ++_met));
        }

        return partition;
    }

    private void Forget(Partition partition)
    {
        if (partition is { Held: 0, Waiting.Count: 0 })
        {
            _partitions.Remove(partition.Name);
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

    private sealed class Permit(FairConcurrencyLimiter limiter, Partition partition) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                limiter.Return(partition);
            }
        }
    }
}
