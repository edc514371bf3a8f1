using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Workflows;

/// <summary>Why something cannot be done to a workflow.</summary>
public static class WorkflowErrors
{
    /// <summary>No such workflow in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Workflow with ID {Error.Echo(id)} was not found").With("workflow_id", Error.Echo(id));
        return TypedId.TryParse<WorkflowId>(id, out _) ? error : error.With("hint", $"Ids of workflows are {WorkflowId.Prefix}_ and 26 characters.");
    }

    /// <summary>It has ended before.</summary>
    public static Error AlreadyEnded() =>
        new Error(ErrorKind.InvalidOperation, "Workflow has already ended")
            .With("fix", $"Nothing is left to stop; {Operation.GetWorkflow} shows how and when it ended.");
}
