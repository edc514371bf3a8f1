using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Deletions.DecideDeletionPolicy;
using FlexPrice.Application.Deletions.GetDeletion;
using FlexPrice.Application.Deletions.GetDeletionPlan;
using FlexPrice.Application.Deletions.GetDeletionPolicy;
using FlexPrice.Application.Deletions.SearchDeletions;

namespace FlexPrice.Api.Deletions;

/// <summary>Deletions: what one would do, what one did, what an environment wants done.</summary>
internal static class DeletionEndpoints
{
    public static void MapDeletions(this IEndpointRouteBuilder routes)
    {
        var deletions = routes.MapGroup("").WithTags("Deletions");
        deletions.MapGet("/customers/{id}/deletion-plan", GetDeletionPlan).Sends<GetDeletionPlanQuery>().Produces<DeletionPlanResponse>().IsExtension();
        deletions.MapGet("/deletions/{id}", GetDeletion).Sends<GetDeletionQuery>().Produces<DeletionResponse>().IsExtension();
        deletions.MapPost("/deletions/search", QueryDeletion).Sends<SearchDeletionsQuery>().Produces<ListResponse<DeletionResponse>>().IsExtension();
        deletions.MapGet("/settings/deletion-policy", GetDeletionPolicy).Sends<GetDeletionPolicyQuery>().Produces<DeletionPolicyResponse>().IsExtension();
        deletions.MapPut("/settings/deletion-policy", UpdateDeletionPolicy).Sends<DecideDeletionPolicyCommand>().Produces<DeletionPolicyResponse>().Replayable().IsExtension();
    }

    [EndpointSummary("Show what a deletion with the same parameters would do")]
    private static async Task<IResult> GetDeletionPlan(string id, CascadeChoicesParameters parameters, Sender sender, CancellationToken cancellationToken)
    {
        var plan = await sender.QueryAsync(new GetDeletionPlanQuery(id, parameters.Choices), cancellationToken);
        return plan.Error is { } refused ? refused.ToHttp() : Results.Ok(DeletionPlanResponse.Of(plan.Value));
    }

    [EndpointSummary("Get the record of a deletion")]
    private static async Task<IResult> GetDeletion(string id, Sender sender, CancellationToken cancellationToken)
    {
        var deletion = await sender.QueryAsync(new GetDeletionQuery(id), cancellationToken);
        return deletion.Error is { } refused ? refused.ToHttp() : Results.Ok(DeletionResponse.Of(deletion.Value));
    }

    [EndpointSummary("Search deletions")]
    private static async Task<IResult> QueryDeletion(Body<SearchDeletionsRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(body.Value.ToQuery(), cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(ListResponse<DeletionResponse>.Of(found.Value, DeletionResponse.Of));
    }

    [EndpointSummary("Get what the environment wants done on deletion")]
    private static async Task<IResult> GetDeletionPolicy(Sender sender, CancellationToken cancellationToken)
    {
        var policy = await sender.QueryAsync(new GetDeletionPolicyQuery(), cancellationToken);
        return policy.Error is { } refused ? refused.ToHttp() : Results.Ok(DeletionPolicyResponse.Of(policy.Value));
    }

    [EndpointSummary("Decide for the edges named what is done on deletion, and how many deletions there may be")]
    private static async Task<IResult> UpdateDeletionPolicy(Body<DeletionPolicyRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var decided = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return decided.Error is { } refused ? refused.ToHttp() : await GetDeletionPolicy(sender, cancellationToken);
    }
}
