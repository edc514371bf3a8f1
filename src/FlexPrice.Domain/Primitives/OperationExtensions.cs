namespace FlexPrice.Domain.Primitives;

/// <summary>How hints refer to operations.</summary>
public static class OperationExtensions
{
    /// <summary>The operation on something known.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="id">What it is about.</param>
    public static OperationReference Of<TId>(this Operation operation, TId id)
        where TId : struct, ITypedId<TId> => new(operation, id.Value);

    /// <summary>Where the operation is.</summary>
    /// <param name="operation">The operation.</param>
    public static OperationReference Address(this Operation operation) => new(operation, IsAddress: true);
}
