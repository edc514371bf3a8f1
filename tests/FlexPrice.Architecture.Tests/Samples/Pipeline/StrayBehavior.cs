using MediatR;

namespace FlexPrice.Architecture.Tests.Samples.Pipeline;

/// <summary>Wrong: nobody says where in the pipeline it runs.</summary>
internal sealed class StrayBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => next();
}
