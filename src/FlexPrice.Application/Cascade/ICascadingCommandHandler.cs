using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Cascade;

/// <summary>
/// Executes a command that runs the cascade. The pipeline passes the plan as an argument, so a handler cannot run before everything is decided.
/// </summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public interface ICascadingCommandHandler<in TCommand, TResponse> : IRequestHandler<TCommand, TResponse>
    where TCommand : ICommand<TResponse>, ICascadingCommand
    where TResponse : IResult<TResponse>
{
    /// <summary>Executes the command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="plan">What was decided, without blockers, locked until the transaction ends; null when <see cref="ICascadingCommand.Cascade"/> is null.</param>
    /// <param name="cancellationToken">Ends the work; everything is rolled back.</param>
    Task<TResponse> HandleAsync(TCommand command, CascadePlan? plan, CancellationToken cancellationToken);

    Task<TResponse> IRequestHandler<TCommand, TResponse>.Handle(TCommand request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{typeof(TCommand).Name} can only be executed by the pipeline, which decides the cascade.");
}
