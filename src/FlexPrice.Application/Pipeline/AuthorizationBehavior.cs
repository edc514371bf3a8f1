using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>Lets a request pass when one of the caller's roles permits it, and a command only when the tenant may write.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(ICaller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly string Permission = typeof(TRequest).GetCustomAttribute<RequiresPermissionAttribute>()?.Permission
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} names no permission.");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using (Phase.Begin(Phase.Authorize))
        {
            if (!caller.May(Permission))
            {
                return Task.FromResult(TResponse.Failure(AccessErrors.InsufficientPermissions(Permission)));
            }

            if (request is ICommand<TResponse> && caller.TenantStatus == TenantStatus.Suspended)
            {
                return Task.FromResult(TResponse.Failure(AccessErrors.TenantSuspended()));
            }
        }

        return next();
    }
}
