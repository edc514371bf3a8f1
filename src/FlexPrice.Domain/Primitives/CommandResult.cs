namespace FlexPrice.Domain.Primitives;

/// <summary>What a command answers: the id of what it created, changed or recorded, or the reason why it did nothing.</summary>
/// <typeparam name="TId">The type of the id.</typeparam>
public sealed record CommandResult<TId> : IReplayable<CommandResult<TId>>
    where TId : struct, ITypedId<TId>
{
    private readonly TId _id;

    private CommandResult(TId id, Error? error)
    {
        _id = id;
        Error = error;
    }

    /// <inheritdoc />
    public Error? Error { get; }

    /// <summary>The id. Refused (exception) on a failed result.</summary>
    public TId Id => Error is null ? _id : throw new InvalidOperationException("A failed result has no id.");

    /// <inheritdoc />
    public string Reference => Id.Value;

    /// <inheritdoc />
    public static CommandResult<TId> Failure(Error error) => new(default, error);

    /// <inheritdoc />
    public static CommandResult<TId> Replay(string reference) => new(TId.From(reference), null);

    /// <summary>Wraps an id.</summary>
    /// <param name="id">The id.</param>
    public static implicit operator CommandResult<TId>(TId id) => new(id, null);

    /// <summary>Wraps a failure.</summary>
    /// <param name="error">The failure.</param>
    public static implicit operator CommandResult<TId>(Error error) => Failure(error);
}
