using FlexPrice.Api.Errors;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers.GetCustomerByExternalId;
using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Application.Wallets.GetWallet;
using FlexPrice.Application.Wallets.SearchWallets;
using FlexPrice.Application.Wallets.TerminateWallet;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Wallets;

namespace FlexPrice.Api.Wallets;

/// <summary>Wallets: open, read, close.</summary>
internal static class WalletEndpoints
{
    public static void MapWallets(this IEndpointRouteBuilder routes)
    {
        var wallets = routes.MapGroup("").WithTags("Wallets");
        wallets.MapPost("/wallets", CreateWallet).Sends<CreateWalletCommand>().Produces<WalletResponse>().Replayable();
        wallets.MapPost("/wallets/search", QueryWallet).Sends<SearchWalletsQuery>().Produces<ListResponse<WalletResponse>>();
        wallets.MapGet("/wallets/{id}", GetWallet).Sends<GetWalletQuery>().Produces<WalletResponse>();
        wallets.MapPost("/wallets/{id}/terminate", TerminateWallet).Sends<TerminateWalletCommand>().Produces<WalletResponse>().Replayable();
        wallets.MapGet("/customers/wallets", GetCustomerWallets).Sends<SearchWalletsQuery>().Produces<IReadOnlyList<WalletResponse>>();
        wallets.MapGet("/customers/{id}/wallets", GetWalletsByCustomerId).Sends<SearchWalletsQuery>().Produces<IReadOnlyList<WalletResponse>>();
    }

    [EndpointSummary("Create a wallet")]
    private static async Task<IResult> CreateWallet(Body<CreateWalletRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var created = await sender.ExecuteAsync(body.Value.ToCommand(), cancellationToken);
        return created.Error is { } refused ? refused.ToHttp() : await GetWallet(created.Id.Value, sender, cancellationToken);
    }

    [EndpointSummary("Search wallets")]
    private static async Task<IResult> QueryWallet(Body<SearchWalletsRequest> body, Sender sender, CancellationToken cancellationToken)
    {
        var found = await sender.QueryAsync(body.Value.ToQuery(), cancellationToken);
        return found.Error is { } refused
            ? refused.InFilterWords().ToHttp()
            : Results.Ok(ListResponse<WalletResponse>.Of(found.Value, WalletResponse.Of));
    }

    [EndpointSummary("Get a wallet")]
    private static Task<IResult> GetWallet(string id, Sender sender, CancellationToken cancellationToken) =>
        AnswerAsync(id, message: null, sender, cancellationToken);

    [EndpointSummary("Close a wallet and forfeit what is left in it")]
    private static async Task<IResult> TerminateWallet(string id, Sender sender, CancellationToken cancellationToken)
    {
        var terminated = await sender.ExecuteAsync(new TerminateWalletCommand(id), cancellationToken);
        return terminated.Error is { } refused
            ? refused.ToHttp()
            : await AnswerAsync(terminated.Id.Value, "wallet terminated successfully", sender, cancellationToken);
    }

    [EndpointSummary("Get the active wallets of a customer by our id or your own")]
    private static async Task<IResult> GetCustomerWallets(WalletOwnerParameters owner, Sender sender, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(owner.Id))
        {
            return await GetWalletsByCustomerId(owner.Id, sender, cancellationToken);
        }

        var customer = await sender.QueryAsync(new GetCustomerByExternalIdQuery(owner.LookupKey!), cancellationToken);
        return customer.Error is { } refused ? refused.ToHttp() : await GetWalletsByCustomerId(customer.Value.Id.Value, sender, cancellationToken);
    }

    [EndpointSummary("Get the active wallets of a customer")]
    private static async Task<IResult> GetWalletsByCustomerId(string id, Sender sender, CancellationToken cancellationToken)
    {
        // A text that is no id of ours matches no customer, like an unknown id.
        var customer = id.Length <= RequestLimits.Text ? id : "";
        var found = await sender.QueryAsync(new SearchWalletsQuery(customer, WireName.Of(WalletStatus.Active), WalletIds: null, new Paging(Paging.MaximumLimit, Offset: 0)), cancellationToken);
        return found.Error is { } refused ? refused.ToHttp() : Results.Ok(found.Value.Items.Select(WalletResponse.Of).ToList());
    }

    private static async Task<IResult> AnswerAsync(string id, string? message, Sender sender, CancellationToken cancellationToken)
    {
        var wallet = await sender.QueryAsync(new GetWalletQuery(id), cancellationToken);
        return wallet.Error is { } refused ? refused.ToHttp() : Results.Ok(WalletResponse.Of(wallet.Value) with { Message = message });
    }
}
