using System.Globalization;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Application.Access.RevokeApiKey;

namespace FlexPrice.Api.Access;

/// <summary>API keys: issue, list, revoke.</summary>
internal static class ApiKeyEndpoints
{
    private const string LivingHeader = "FlexPrice-Living-Descendants";
    private const string RevokedHeader = "FlexPrice-Revoked-Descendants";

    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/secrets/api/keys").WithTags("API keys");
        keys.MapPost("", CreateApiKey).Sends<CreateApiKeyCommand>().Produces<CreateApiKeyResponse>(StatusCodes.Status201Created).NotReplayable();
        keys.MapGet("", ListApiKeys).Sends<ListApiKeysQuery>().Produces<ListResponse<SecretResponse>>();
        keys.MapDelete("/{id}", DeleteApiKey).Sends<RevokeApiKeyCommand>().Produces(StatusCodes.Status204NoContent).Replayable()
            .ProducesHeader(LivingHeader, "How many keys that descend from it still work.")
            .ProducesHeader(RevokedHeader, "How many keys that descend from it were revoked with it.");
    }

    [EndpointSummary("Create an API key, which is shown this once")]
    private static async Task<IResult> CreateApiKey(Body<CreateApiKeyRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var issued = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return issued.Error is { } refused
            ? refused.ToHttp()
            : Results.Json(CreateApiKeyResponse.Of(issued.Value), statusCode: StatusCodes.Status201Created);
    }

    [EndpointSummary("List API keys")]
    private static async Task<IResult> ListApiKeys(ApiKeyListParameters parameters, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(parameters.Query, cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(ListResponse<SecretResponse>.Of(found.Value, SecretResponse.Of));
    }

    [EndpointSummary("Revoke an API key")]
    private static async Task<IResult> DeleteApiKey(string id, DescendantsParameter parameter, HttpResponse response, Sender sender, CancellationToken cancellationToken)
    {
        var revoked = await sender.ExecuteAsync(new RevokeApiKeyCommand(id, parameter.WithDescendants), cancellationToken);
        if (revoked.Error is { } refused)
        {
            return refused.ToHttp();
        }

        // A repetition of what an earlier version did knows no numbers.
        if (revoked.Descendants is { } descendants)
        {
            response.Headers[LivingHeader] = descendants.Living.ToString(CultureInfo.InvariantCulture);
            response.Headers[RevokedHeader] = descendants.Revoked.ToString(CultureInfo.InvariantCulture);
        }

        return Results.NoContent();
    }
}
