using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Workflows;

/// <summary>The id of a workflow: <c>wf_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct WorkflowId(string Value) : ITypedId<WorkflowId>
{
    /// <inheritdoc />
    public static string Prefix => "wf";

    /// <inheritdoc />
    public static WorkflowId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
