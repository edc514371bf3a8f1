using MediatR;

namespace FlexPrice.Architecture.Tests.Samples.Pipeline;

/// <summary>Wrong: has no position in the pipeline.</summary>
internal sealed class StrayBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => next();
}
