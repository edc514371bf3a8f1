using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>Sends commands and queries into the application, each in its turn. The first may be turned away; later ones are not, because something may be done by then.</summary>
internal sealed class Sender(IAttempts attempts, ICaller caller, RequestShares shares, IFailpoints failpoints)
{
    /// <summary>Asks something.</summary>
    public Task<TResponse> AskAsync<TResponse>(IQuery<TResponse> query, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse> =>
        InTurnAsync(() => attempts.AskAsync(caller, query, cancellationToken), cancellationToken);

    /// <summary>Has something done.</summary>
    public async Task<TResponse> DoAsync<TResponse>(ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        await failpoints.ReachAsync(Failpoint.RequestAccepted, cancellationToken);
        var response = await InTurnAsync(() => attempts.SendAsync(caller, command, cancellationToken), cancellationToken);
        if (response.Error is null)
        {
            await failpoints.ReachAsync(Failpoint.RequestAnswering, cancellationToken);
        }

        return response;
    }

    private async Task<TResponse> InTurnAsync<TResponse>(Func<Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        using var turn = await shares.TakeTurnAsync(caller.Scope.TenantId.Value, cancellationToken);
        if (turn is null)
        {
            return TResponse.Failure(RequestErrors.Overloaded());
        }

        try
        {
            return await work();
        }
        finally
        {
            shares.DropBody();
        }
    }
}
