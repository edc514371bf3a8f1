using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Abstractions;

/// <summary>Changes something. Runs through the whole pipeline, in one transaction.</summary>
/// <typeparam name="TResponse">The response.</typeparam>
public interface ICommand<TResponse> : IRequest<TResponse>
    where TResponse : IResult<TResponse>;
