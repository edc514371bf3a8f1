using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Transactions;

internal sealed class UnitOfWork(
    FlexPriceDbContext context,
    StatementQueue statements,
    CommandTransaction transaction,
    EventRecorder events,
    IWriterGate gate,
    IDatabaseDialect dialect) : IUnitOfWork
{
    public async Task<TResponse> ExecuteAsync<TResponse>(Func<CancellationToken, Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        using var turn = await EnterAsync(cancellationToken);
        if (turn is null)
        {
            return TResponse.Failure(PersistenceErrors.Busy());
        }

        try
        {
            return await transaction.RunAsync(work, cancellationToken);
        }
        catch (KeyOutdatedException)
        {
            return TResponse.Failure(AccessErrors.Unauthorized());
        }
        catch (Exception failure) when (!dialect.IsTransient(failure) && dialect.ToError(failure) is { } error)
        {
            return TResponse.Failure(error);
        }
        finally
        {
            transaction.Clear();
            events.Clear();
            statements.Clear();
            context.ChangeTracker.Clear();
        }
    }

    public async Task<T> ExecuteStepAsync<T>(Func<CancellationToken, Task<Result<T>>> step, CancellationToken cancellationToken)
    {
        var result = await dialect.Retrying(context).ExecuteAsync(token => ExecuteAsync(step, token), cancellationToken);
        return result.Error is { } error
            ? throw new InvalidOperationException($"The step could not be recorded: {error.Code}.")
            : result.Value;
    }

    public Task FlushAsync(CancellationToken cancellationToken) => statements.SaveAsync(cancellationToken);

    public void Discard() => transaction.Discard();

    public void AfterCommit(Action measure) => transaction.AfterCommit(measure);

    public void Raise(IDomainEvent happened) => events.Raise(happened);

    private async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        using var waiting = Phase.Begin(Phase.AwaitTurn);
        return await gate.EnterAsync(cancellationToken);
    }
}
