namespace FlexPrice.EndToEnd.Tests.Soak;

/// <summary>The answers to callers, and how often they had to retry.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _deleted = [];
    private readonly HashSet<string> _kept = [];
    private readonly List<string> _refusals = [];
    private int _broken;
    private int _unavailable;

    /// <summary>Customers whose deletion was answered with 204.</summary>
    public IReadOnlyCollection<string> Deleted => _deleted;

    /// <summary>Customers that must not be deleted.</summary>
    public IReadOnlyCollection<string> Kept => _kept;

    /// <summary>Answers that no caller should get.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>Requests that were sent again because the connection broke.</summary>
    public int Broken => _broken;

    /// <summary>Requests that were sent again because the answer was 503.</summary>
    public int Unavailable => _unavailable;

    public void NoteDeleted(string customer) => Note(_deleted.Add, customer);

    public void NoteKept(string customer) => Note(_kept.Add, customer);

    public void NoteRefusal(string answer)
    {
        lock (_lock)
        {
            _refusals.Add(answer);
        }
    }

    public void NoteBroken() => Interlocked.Increment(ref _broken);

    public void NoteUnavailable() => Interlocked.Increment(ref _unavailable);

    private void Note(Func<string, bool> add, string customer)
    {
        lock (_lock)
        {
            if (!add(customer))
            {
                _refusals.Add($"{customer} was given to two callers");
            }
        }
    }
}
