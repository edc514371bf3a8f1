using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Workflows;

/// <summary>How far a workflow has come.</summary>
[EnumNames(wire: NameStyle.Pascal, stored: NameStyle.Snake)]
public enum WorkflowStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It came to its end.</summary>
    Completed,

    /// <summary>It broke.</summary>
    Failed,

    /// <summary>It was stopped before its end.</summary>
    Stopped,
}
