using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Abstractions;

/// <summary>Reads something and changes nothing.</summary>
/// <typeparam name="TResponse">The response.</typeparam>
public interface IQuery<TResponse> : IRequest<TResponse>
    where TResponse : IResult<TResponse>;
