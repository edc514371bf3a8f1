namespace FlexPrice.Application.Deletions;

/// <summary>Leftovers were found. The exception makes the search repeat until it finds none.</summary>
public sealed class LeftoversFoundException : Exception
{
    /// <summary>Says nothing about what was found.</summary>
    public LeftoversFoundException()
        : this("Rows still refer to a deleted customer.")
    {
    }

    /// <summary>Says something else.</summary>
    /// <param name="message">What.</param>
    public LeftoversFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Says something else, with a cause.</summary>
    /// <param name="message">What.</param>
    /// <param name="innerException">The cause.</param>
    public LeftoversFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
