using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Primitives;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed class Attempts(IServiceScopeFactory scopes, IDatabaseDialect dialect, IdGenerator ids, CallersKey key) : IAttempts
{
    public async Task<TResponse> SendAsync<TResponse>(ICaller caller, ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        await using var scope = ScopeOf(caller);
        using var made = ids.Remember();
        CommitWitness? witness = null;
        CommitWitness? unheard = null;
        var tries = 0;
        var isUndecided = false;
        try
        {
            return await Strategy(scope).ExecuteAsync(
                made,
                async (context, repeatable, token) =>
                {
                    repeatable.BeginAgain();
                    await using var attempt = ScopeOf(caller);
                    attempt.ServiceProvider.GetRequiredService<Attempt>().IsFirst = tries++ == 0;
                    witness = attempt.ServiceProvider.GetRequiredService<CommitWitness>();
                    witness.AskFor();
                    var response = await attempt.ServiceProvider.GetRequiredService<IMediator>().Send(command, token);

                    // A commit that was under way when it was looked for is done by now: this attempt waited for its locks and may have been refused because of what it did.
                    return response.Error is not null && unheard is not null && await unheard.WasCommittedAsync((FlexPriceDbContext)context, token)
                        ? (TResponse)unheard.Response!
                        : response;
                },
                async (context, _, token) =>
                {
                    if (witness?.Response is null)
                    {
                        return new ExecutionResult<TResponse>(false, default!);
                    }

                    unheard = witness;

                    // Until the database has said it.
                    var wasUndecided = isUndecided;
                    isUndecided = true;
                    var wasCommitted = await witness.WasCommittedAsync((FlexPriceDbContext)context, token);
                    isUndecided = wasUndecided;
                    return wasCommitted ? new ExecutionResult<TResponse>(true, (TResponse)witness.Response) : new ExecutionResult<TResponse>(false, default!);
                },
                cancellationToken);
        }
        catch (Exception failure) when (dialect.Meaning(failure) is { } error)
        {
            return TResponse.Failure(isUndecided ? PersistenceErrors.Undecided() : error);
        }
    }

    public async Task<TResponse> AskAsync<TResponse>(ICaller caller, IQuery<TResponse> query, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        await using var scope = ScopeOf(caller);
        var context = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        try
        {
            return await dialect.Retrying(context).ExecuteAsync(
                token =>
                {
                    context.ChangeTracker.Clear();
                    return scope.ServiceProvider.GetRequiredService<IMediator>().Send(query, token);
                },
                cancellationToken);
        }
        catch (Exception failure) when (dialect.Meaning(failure) is { } error)
        {
            return TResponse.Failure(error);
        }
    }

    private IExecutionStrategy Strategy(AsyncServiceScope scope) => dialect.Retrying(scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>());

    private AsyncServiceScope ScopeOf(ICaller caller)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().Become(caller.Scope, caller.ActorId, caller.Roles, caller.TenantStatus, caller.IdempotencyKey);
        scope.ServiceProvider.GetRequiredService<CallersKey>().Remembered = key.Remembered;
        return scope;
    }
}
