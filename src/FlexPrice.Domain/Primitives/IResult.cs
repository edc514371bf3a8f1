namespace FlexPrice.Domain.Primitives;

/// <summary>The answer of a request that can fail. Pipeline behaviours refuse with it without exceptions and without reflection.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IResult<TSelf>
    where TSelf : IResult<TSelf>
{
    /// <summary>The failure, or null on success.</summary>
    Error? Error { get; }

    /// <summary>Makes the failed answer.</summary>
    /// <param name="error">Why it failed.</param>
    static abstract TSelf Failure(Error error);
}
