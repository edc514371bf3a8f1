using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Retention.DecideRetentionPolicy;
using FlexPrice.Application.Retention.GetRetentionPolicy;

namespace FlexPrice.Api.Retention;

/// <summary>The retention of documents of deleted customers.</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        var retention = routes.MapGroup("/settings").WithTags("Retention");
        retention.MapGet("/retention-policy", GetRetentionPolicy).Sends<GetRetentionPolicyQuery>().Produces<RetentionPolicyResponse>().IsExtension();
        retention.MapPut("/retention-policy", UpdateRetentionPolicy).Sends<DecideRetentionPolicyCommand>().Produces<RetentionPolicyResponse>().Replayable().IsExtension();
    }

    [EndpointSummary("Get how long the environment keeps invoices of deleted customers")]
    private static async Task<IResult> GetRetentionPolicy(Sender sender, CancellationToken cancellationToken)
    {
        var policy = await sender.QueryAsync(new GetRetentionPolicyQuery(), cancellationToken);
        return policy.Error is { } refused ? refused.ToHttp() : Results.Ok(RetentionPolicyResponse.Of(policy.Value));
    }

    [EndpointSummary("Decide how long the environment keeps invoices of deleted customers")]
    private static async Task<IResult> UpdateRetentionPolicy(Body<RetentionPolicyRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var decided = await sender.ExecuteAsync(new DecideRetentionPolicyCommand(body.Value.Years), cancellationToken);
        return decided.Error is { } refused ? refused.ToHttp() : await GetRetentionPolicy(sender, cancellationToken);
    }
}
