using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>
/// Sends commands and queries, and retries them after conflicts and broken connections of a database server.
/// Each attempt of a command has its own scope, the same caller, and the same generated ids.
/// </summary>
public interface IDispatcher
{
    /// <summary>Sends a command until it succeeds, is refused, or the last attempt fails. If the outcome of a commit is unknown, checks it and returns its response.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="command">What to do.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    Task<TResponse> ExecuteAsync<TResponse>(ICaller caller, ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>;

    /// <summary>Asks until there is an answer, or the tries are used up.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    Task<TResponse> QueryAsync<TResponse>(ICaller caller, IQuery<TResponse> query, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>;
}
