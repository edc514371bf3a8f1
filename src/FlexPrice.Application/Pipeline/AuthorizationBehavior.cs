using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>Lets a request pass when the caller may send it.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(ICaller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly MessageAccess Access = MessageAccess.Of(typeof(TRequest));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using (Phase.Begin(Phase.Authorize))
        {
            if (Access.Refuse(caller) is { } refused)
            {
                return Task.FromResult(TResponse.Failure(refused));
            }
        }

        return next();
    }
}
