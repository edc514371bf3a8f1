using FlexPrice.Api.Errors;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Requests;

/// <summary>Sends commands and queries to the application, each with a permit. The first may be rejected; later ones are not, because the request may have changed something by then.</summary>
internal sealed class Sender(IDispatcher attempts, ICaller caller, RequestLeases shares, IFailpoints failpoints)
{
    /// <summary>Asks something.</summary>
    public Task<TResponse> QueryAsync<TResponse>(IQuery<TResponse> query, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse> =>
        WithPermitAsync(() => attempts.QueryAsync(caller, query, cancellationToken), cancellationToken);

    /// <summary>Has something done.</summary>
    public async Task<TResponse> ExecuteAsync<TResponse>(ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        await failpoints.ReachAsync(Failpoint.RequestAccepted, cancellationToken);
        var response = await WithPermitAsync(() => attempts.ExecuteAsync(caller, command, cancellationToken), cancellationToken);
        if (response.Error is null)
        {
            await failpoints.ReachAsync(Failpoint.RequestAnswering, cancellationToken);
        }

        return response;
    }

    private async Task<TResponse> WithPermitAsync<TResponse>(Func<Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        using var permit = await shares.AcquirePermitAsync(caller.Scope.TenantId.Value, cancellationToken);
        if (permit is null)
        {
            return TResponse.Failure(RequestErrors.Overloaded());
        }

        try
        {
            return await work();
        }
        finally
        {
            shares.ReleaseBody();
        }
    }
}
