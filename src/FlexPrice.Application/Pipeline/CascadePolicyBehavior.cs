using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using MediatR;

namespace FlexPrice.Application.Pipeline;

/// <summary>
/// Takes the inventory of everything that hangs on the customer that a command is about, decides every edge by policy and intent, and refuses with all blockers at once, or when the key has deleted too much.
/// What was decided waits in <see cref="CascadeExecution"/> for the handler to execute.
/// </summary>
internal sealed class CascadePolicyBehavior<TRequest, TResponse>(CascadePlanner planner, DeletionBreaker breaker, CascadeExecution cascade)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>, ICascadingCommand
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request.Cascade is not { } question)
        {
            return await next();
        }

        var allowance = question.Intent == CascadeIntent.Delete ? await breaker.AllowanceAsync(cancellationToken) : null;
        var plan = await planner.LockAndPlanAsync(question, allowance, cancellationToken);
        if (plan.Error is not null)
        {
            return TResponse.Failure(plan.Error);
        }

        if (plan.Value.Refusal() is { } refusal)
        {
            return TResponse.Failure(refusal);
        }

        if (allowance is not null && await breaker.CheckAsync(allowance, plan.Value, cancellationToken) is { } tooMany)
        {
            return TResponse.Failure(tooMany);
        }

        cascade.Decide(plan.Value);
        return await next();
    }
}
