using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Abstractions;

/// <summary>Answers a query.</summary>
/// <typeparam name="TQuery">The query.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public interface IQueryHandler<in TQuery, TResponse> : IRequestHandler<TQuery, TResponse>
    where TQuery : IQuery<TResponse>
    where TResponse : IResult<TResponse>
{
    /// <summary>Answers the query.</summary>
    Task<TResponse> HandleAsync(TQuery query, CancellationToken cancellationToken);

    Task<TResponse> IRequestHandler<TQuery, TResponse>.Handle(TQuery request, CancellationToken cancellationToken) =>
        HandleAsync(request, cancellationToken);
}
