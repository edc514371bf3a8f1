namespace FlexPrice.Domain.Primitives;

/// <summary>An answer that can be given again from one stored reference, so that an idempotent retry needs no copy of any personal data.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IReplayable<TSelf> : IResult<TSelf>
    where TSelf : IReplayable<TSelf>
{
    /// <summary>What to store to answer the same again. Refused (exception) on a failed answer.</summary>
    string Reference { get; }

    /// <summary>Makes the successful answer again.</summary>
    /// <param name="reference">The value of <see cref="Reference"/>.</param>
    static abstract TSelf Replay(string reference);
}
