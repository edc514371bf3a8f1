using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Workflows.GetWorkflow;
using FlexPrice.Application.Workflows.SearchWorkflows;
using FlexPrice.Application.Workflows.StartWorkflow;
using FlexPrice.Application.Workflows.StopWorkflow;

namespace FlexPrice.Api.Workflows;

/// <summary>Workflows: start, read, stop.</summary>
internal static class WorkflowEndpoints
{
    public static void MapWorkflows(this IEndpointRouteBuilder routes)
    {
        var workflows = routes.MapGroup("/workflows").WithTags("Workflows");
        workflows.MapPost("", StartWorkflow).Sends<StartWorkflowCommand>().Produces<WorkflowResponse>(StatusCodes.Status201Created).Replayable().IsExtension();
        workflows.MapPost("/search", QueryWorkflow).Sends<SearchWorkflowsQuery>().Produces<ListResponse<WorkflowResponse>>();
        workflows.MapGet("/{id}", GetWorkflow).Sends<GetWorkflowQuery>().Produces<WorkflowResponse>().IsExtension();
        workflows.MapPost("/{id}/stop", StopWorkflow).Sends<StopWorkflowCommand>().Produces<WorkflowResponse>().Replayable().IsExtension();
    }

    [EndpointSummary("Start a workflow")]
    private static async Task<IResult> StartWorkflow(Body<StartWorkflowRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var started = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return started.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(started.Id.Value, StatusCodes.Status201Created, sender, cancellationToken);
    }

    [EndpointSummary("Search workflows")]
    private static async Task<IResult> QueryWorkflow(Body<SearchWorkflowsRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(body.Value.ToQuery(), cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(ListResponse<WorkflowResponse>.Of(found.Value, WorkflowResponse.Of));
    }

    [EndpointSummary("Get a workflow")]
    private static Task<IResult> GetWorkflow(string id, Sender sender, CancellationToken cancellationToken) =>
        AnswerAsync(id, StatusCodes.Status200OK, sender, cancellationToken);

    [EndpointSummary("Stop a workflow")]
    private static async Task<IResult> StopWorkflow(string id, Sender sender, CancellationToken cancellationToken)
    {
        var stopped = await sender.ExecuteAsync(new StopWorkflowCommand(id), cancellationToken);
        return stopped.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(stopped.Id.Value, StatusCodes.Status200OK, sender, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(string id, int status, Sender sender, CancellationToken cancellationToken)
    {
        var workflow = await sender.QueryAsync(new GetWorkflowQuery(id), cancellationToken);
        return workflow.Error is { } refused ? refused.ToHttp() : Results.Json(WorkflowResponse.Of(workflow.Value), statusCode: status);
    }
}
