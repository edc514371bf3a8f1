using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>Sends commands and queries into the application, each in its turn.</summary>
internal sealed class Sender(IAttempts attempts, ICaller caller, RequestQueue queue, IFailpoints failpoints)
{
    /// <summary>Asks something.</summary>
    public async Task<TResponse> AskAsync<TResponse>(IQuery<TResponse> query, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        using var turn = await queue.TakeTurnAsync(cancellationToken);
        return await attempts.AskAsync(caller, query, cancellationToken);
    }

    /// <summary>Has something done.</summary>
    public async Task<TResponse> DoAsync<TResponse>(ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        await failpoints.ReachAsync(Failpoint.RequestAccepted, cancellationToken);
        var response = await SendAsync(command, cancellationToken);
        if (response.Error is null)
        {
            await failpoints.ReachAsync(Failpoint.RequestAnswering, cancellationToken);
        }

        return response;
    }

    private async Task<TResponse> SendAsync<TResponse>(ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        using var turn = await queue.TakeTurnAsync(cancellationToken);
        return await attempts.SendAsync(caller, command, cancellationToken);
    }
}
