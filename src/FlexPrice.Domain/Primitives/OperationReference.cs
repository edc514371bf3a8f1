namespace FlexPrice.Domain.Primitives;

/// <summary>An operation as a <see cref="Hint"/> mentions it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Id">What it is about; null when the caller fills it in.</param>
/// <param name="IsAddress">Whether the hint names only its address.</param>
public readonly record struct OperationReference(Operation Operation, string? Id = null, bool IsAddress = false)
{
    /// <summary>The reference in the words of the domain.</summary>
    public override string ToString() => Id is null ? $"[{Operation}]" : $"[{Operation} {Id}]";
}
