using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Abstractions;

/// <summary>Executes a command. It loads aggregates, calls them, and adds new ones; the unit of work saves.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public interface ICommandHandler<in TCommand, TResponse> : IRequestHandler<TCommand, TResponse>
    where TCommand : ICommand<TResponse>
    where TResponse : IResult<TResponse>
{
    /// <summary>Executes the command.</summary>
    Task<TResponse> HandleAsync(TCommand command, CancellationToken cancellationToken);

    Task<TResponse> IRequestHandler<TCommand, TResponse>.Handle(TCommand request, CancellationToken cancellationToken) =>
        HandleAsync(request, cancellationToken);
}
