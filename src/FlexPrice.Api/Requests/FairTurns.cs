namespace FlexPrice.Api.Requests;

/// <summary>
/// So many have their turn at once; the others wait. The next turn goes to the party that has the fewest, among equals to the one that was served longest ago,
/// and within a party to whoever came first. A party alone has all turns.
/// </summary>
/// <param name="capacity">How many turns there are.</param>
internal sealed class FairTurns(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Party> _parties = new(StringComparer.Ordinal);

    // Those for whom somebody waits, the next one first. A party is taken out before what orders it changes.
    private readonly SortedSet<Party> _next = new(Comparer<Party>.Create((one, other) => one.Rank.CompareTo(other.Rank)));
    private int _free = capacity;
    private long _served;
    private long _met;

    /// <summary>Takes a turn, which lasts until it is disposed; null when none is free.</summary>
    public IDisposable? TryTake(string party)
    {
        lock (_lock)
        {
            if (_free == 0)
            {
                return null;
            }

            _free--;
            return Give(PartyOf(party));
        }
    }

    /// <summary>Waits for a turn, which lasts until it is disposed.</summary>
    public async ValueTask<IDisposable> TakeAsync(string party, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<IDisposable>> waiter;
        lock (_lock)
        {
            var owner = PartyOf(party);
            if (_free > 0)
            {
                _free--;
                return Give(owner);
            }

            waiter = owner.Waiting.AddLast(new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously));
            _next.Add(owner);
        }

        await using (cancellationToken.UnsafeRegister(_ => GiveUp(party, waiter, cancellationToken), null))
        {
            return await waiter.Value.Task;
        }
    }

    private void GiveUp(string party, LinkedListNode<TaskCompletionSource<IDisposable>> waiter, CancellationToken cancellationToken)
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

    private void Return(Party party)
    {
        TaskCompletionSource<IDisposable> next;
        IDisposable turn;
        lock (_lock)
        {
            _next.Remove(party);
            party.Held--;
            LineUp(party);
            if (_next.Min is not { } chosen)
            {
                _free++;
                Forget(party);
                return;
            }

            next = chosen.Waiting.First!.Value;
            chosen.Waiting.RemoveFirst();
            turn = Give(chosen);
            Forget(party);
        }

        next.SetResult(turn);
    }

    private Turn Give(Party party)
    {
        _next.Remove(party);
        party.Held++;
        party.LastServed = ++_served;
        LineUp(party);
        return new Turn(this, party);
    }

    private void LineUp(Party party)
    {
        if (party.Waiting.Count > 0)
        {
            _next.Add(party);
        }
    }

    private Party PartyOf(string name)
    {
        if (!_parties.TryGetValue(name, out var party))
        {
            _parties.Add(name, party = new Party(name, ++_met));
        }

        return party;
    }

    private void Forget(Party party)
    {
        if (party is { Held: 0, Waiting.Count: 0 })
        {
            _parties.Remove(party.Name);
        }
    }

    private sealed class Party(string name, long met)
    {
        public string Name => name;

        public (int Held, long LastServed, long Met) Rank => (Held, LastServed, met);

        public int Held { get; set; }

        public long LastServed { get; set; }

        public LinkedList<TaskCompletionSource<IDisposable>> Waiting { get; } = [];
    }

    private sealed class Turn(FairTurns turns, Party party) : IDisposable
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
