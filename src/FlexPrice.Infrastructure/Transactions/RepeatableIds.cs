namespace FlexPrice.Infrastructure.Transactions;

/// <summary>The ids of a unit of work, of each kind in the order in which they are made: the same in every try.</summary>
internal sealed class RepeatableIds(Action end) : IDisposable
{
    private readonly Dictionary<Type, (List<object> Made, int Next)> _kinds = [];

    /// <summary>The next try begins: its ids are those of the first, as long as they last.</summary>
    public void Restart()
    {
        foreach (var (kind, ids) in _kinds)
        {
            _kinds[kind] = ids with { Next = 0 };
        }
    }

    public TId Next<TId>(Func<TId> make)
        where TId : struct
    {
        var (made, next) = _kinds.GetValueOrDefault(typeof(TId), ([], 0));
        if (next == made.Count)
        {
            made.Add(make());
        }

        _kinds[typeof(TId)] = (made, next + 1);
        return (TId)made[next];
    }

    public void Dispose() => end();
}
