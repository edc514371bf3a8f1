namespace FlexPrice.Application.Cascade;

/// <summary>A statement changed another number of rows than was decided: a defect, and everything is rolled back.</summary>
public sealed class CascadeMismatchException : Exception
{
    /// <summary>Names the statement.</summary>
    public CascadeMismatchException(string statement, long expected, long actual)
        : base($"{statement} changed {actual} rows where {expected} were decided.")
    {
    }
}
