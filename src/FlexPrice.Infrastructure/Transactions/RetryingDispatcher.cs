using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Transactions;

internal sealed class RetryingDispatcher(IServiceScopeFactory scopes, IDatabaseDialect dialect, IdGenerator ids, CallersKey key) : IDispatcher
{
    public async Task<TResponse> ExecuteAsync<TResponse>(ICaller caller, ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        // Here and not in the pipeline, which every attempt runs again.
        var outcome = "exception";
        try
        {
            var response = await RepeatAsync(caller, command, cancellationToken);
            outcome = response.Error?.Code ?? "success";
            return response;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "cancelled";
            throw;
        }
        finally
        {
            if (command is ICascadingCommand { Cascade: { } cascade })
            {
                FlexPriceTelemetry.Deletions.Add(1, new("intent", WireName.Of(cascade.Intent)), new("outcome", outcome));
            }
        }
    }

    public async Task<TResponse> QueryAsync<TResponse>(ICaller caller, IQuery<TResponse> query, CancellationToken cancellationToken)
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
        catch (Exception failure) when (dialect.ToError(failure) is { } error)
        {
            return TResponse.Failure(error);
        }
    }

    private async Task<TResponse> RepeatAsync<TResponse>(ICaller caller, ICommand<TResponse> command, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        await using var scope = ScopeOf(caller);
        using var made = ids.BeginRepeatable();
        CommitProof? witness = null;
        CommitProof? unheard = null;
        var tries = 0;
        var isUndecided = false;
        try
        {
            return await Strategy(scope).ExecuteAsync(
                made,
                async (context, repeatable, token) =>
                {
                    repeatable.Restart();
                    await using var attempt = ScopeOf(caller);
                    attempt.ServiceProvider.GetRequiredService<CommandAttempt>().IsFirst = tries++ == 0;
                    witness = attempt.ServiceProvider.GetRequiredService<CommitProof>();
                    witness.Require();
                    var response = await attempt.ServiceProvider.GetRequiredService<IMediator>().Send(command, token);

                    // A commit that was under way when it was looked for is done by now: this attempt waited for its locks and may have been refused because of what it did.
                    if (response.Error is null || unheard is null || !await unheard.WasCommittedAsync((FlexPriceDbContext)context, token))
                    {
                        return response;
                    }

                    unheard.Measure();
                    return (TResponse)unheard.Response!;
                },
                async (context, _, token) =>
                {
                    if (witness?.Response is null)
                    {
                        return new ExecutionResult<TResponse>(false, default!);
                    }

                    unheard = witness;

                    // Until the database has confirmed it.
                    var wasUndecided = isUndecided;
                    isUndecided = true;
                    var wasCommitted = await witness.WasCommittedAsync((FlexPriceDbContext)context, token);
                    isUndecided = wasUndecided;
                    if (!wasCommitted)
                    {
                        return new ExecutionResult<TResponse>(false, default!);
                    }

                    witness.Measure();
                    return new ExecutionResult<TResponse>(true, (TResponse)witness.Response);
                },
                cancellationToken);
        }
        catch (Exception failure) when (dialect.ToError(failure) is { } error)
        {
            return TResponse.Failure(isUndecided ? PersistenceErrors.OutcomeUnknown() : error);
        }
    }

    private IExecutionStrategy Strategy(AsyncServiceScope scope) => dialect.Retrying(scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>());

    private AsyncServiceScope ScopeOf(ICaller caller)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerSetter>().Set(caller.Scope, caller.ActorId, caller.Roles, caller.TenantStatus, caller.IdempotencyKey);
        scope.ServiceProvider.GetRequiredService<CallersKey>().Remembered = key.Remembered;
        return scope;
    }
}
