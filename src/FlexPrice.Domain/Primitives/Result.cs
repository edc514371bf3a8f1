namespace FlexPrice.Domain.Primitives;

/// <summary>A value or the reason why there is none.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    /// <inheritdoc />
    public Error? Error { get; }

    /// <summary>The value. Refused (exception) on a failed result.</summary>
    public T Value => Error is null ? _value! : throw new InvalidOperationException("A failed result has no value.");

    /// <inheritdoc />
    public static Result<T> Failure(Error error) => new(default, error);

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a failure.</summary>
    /// <param name="error">The failure.</param>
    public static implicit operator Result<T>(Error error) => Failure(error);
}
