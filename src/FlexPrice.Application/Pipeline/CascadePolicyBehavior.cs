using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>
/// Takes the inventory of the customer's dependents, decides every edge by policy and intent, and refuses with all blockers at once, or when the key has deleted too much.
/// It passes the plan to the handler as an argument, so it must be the last behaviour.
/// </summary>
internal sealed class CascadePolicyBehavior<TRequest, TResponse>(CascadePlanner planner, ICascadeLimit limit, ICascadingCommandHandler<TRequest, TResponse> handler)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>, ICascadingCommand
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request.Cascade is not { } cascade)
        {
            return await handler.HandleAsync(request, plan: null, cancellationToken);
        }

        var allowance = await limit.AllowanceAsync(cascade.Intent, cancellationToken);
        var plan = await planner.LockAndPlanAsync(cascade, allowance, cancellationToken);
        if (plan.Error is not null)
        {
            return TResponse.Failure(plan.Error);
        }

        if (plan.Value.Refusal() is { } refusal)
        {
            return TResponse.Failure(refusal);
        }

        return allowance is not null && await limit.CheckAsync(allowance, plan.Value, cancellationToken) is { } tooMany
            ? TResponse.Failure(tooMany)
            : await handler.HandleAsync(request, plan.Value, cancellationToken);
    }
}
