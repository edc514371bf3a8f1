using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.AuditLog;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Outbox;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

internal sealed class UnitOfWork(
    FlexPriceDbContext context,
    StatementQueue statements,
    KeyConfirmation confirmation,
    IWriterGate gate,
    IDatabaseDialect dialect,
    CommitWitness witness,
    OutboxWriter outbox,
    OutboxSignal signal,
    IIdGenerator ids,
    ICaller caller,
    IFailpoints failpoints) : IUnitOfWork
{
    private readonly List<IDomainEvent> _raised = [];
    private bool _isDiscarded;

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
            return await ExecuteInTransactionAsync(work, cancellationToken);
        }
        catch (KeyOutdatedException)
        {
            return TResponse.Failure(AccessErrors.Unauthorized());
        }
        catch (Exception failure) when (!dialect.IsWorthAnotherTry(failure) && dialect.Meaning(failure) is { } error)
        {
            return TResponse.Failure(error);
        }
        finally
        {
            _isDiscarded = false;
            _raised.Clear();
            statements.Clear();
            context.ChangeTracker.Clear();
        }
    }

    public async Task<T> CompleteAsync<T>(Func<CancellationToken, Task<Result<T>>> step, CancellationToken cancellationToken)
    {
        var result = await dialect.Retrying(context).ExecuteAsync(token => ExecuteAsync(step, token), cancellationToken);
        return result.Error is { } error
            ? throw new InvalidOperationException($"The step could not be recorded: {error.Code}.")
            : result.Value;
    }

    public Task FlushAsync(CancellationToken cancellationToken) => statements.SaveAsync(cancellationToken);

    public void Discard() => _isDiscarded = true;

    public void AfterCommit(Action measure) => witness.AfterCommit(measure);

    public void Raise(IDomainEvent happened) => _raised.Add(happened);

    private async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        using var waiting = Phase.Begin(Phase.AwaitTurn);
        return await gate.EnterAsync(cancellationToken);
    }

    private async Task<TResponse> ExecuteInTransactionAsync<TResponse>(Func<CancellationToken, Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        // What fails is rolled back whole, never to a point within.
        context.Database.AutoSavepointsEnabled = false;
        witness.Begin();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await failpoints.ReachAsync(Failpoint.TransactionOpened, cancellationToken);
        var response = await work(cancellationToken);
        if (response.Error is not null)
        {
            await transaction.RollbackAsync(cancellationToken);
            return response;
        }

        confirmation.Require();
        if (_isDiscarded)
        {
            await transaction.RollbackAsync(cancellationToken);
            return response;
        }

        using var committing = Phase.Begin(Phase.Commit);
        var whereUsed = DrainEvents();
        await failpoints.ReachAsync(Failpoint.EventsDrained, cancellationToken);
        witness.Note(context, statements.HasWritten, response);
        await statements.RunAllAsync(whereUsed, _ => { }, cancellationToken);
        await statements.SaveAsync(cancellationToken);
        await failpoints.ReachAsync(Failpoint.TransactionSaved, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        witness.Forget();
        witness.Measure();
        await failpoints.ReachAsync(Failpoint.TransactionCommitted, CancellationToken.None);
        signal.Ring();
        return response;
    }

    // What is left to be written is for channels that the database may know.
    private List<SqlCall> DrainEvents()
    {
        var whereUsed = new List<SqlCall>();

        // What was raised for rows that were changed as a set came before the end of who owned them: a subscription is cancelled, then its customer is deleted.
        var happened = _raised.Concat(context.ChangeTracker.Entries<IHasDomainEvents>().SelectMany(entry => entry.Entity.TakeEvents())).ToList();
        foreach (var domainEvent in happened)
        {
            if (domainEvent is IAudited audited)
            {
                context.AuditEntries.Add(AuditEntry.For(caller.Scope, ids.New<AuditEntryId>(), audited, caller.ActorId));
            }

            foreach (var message in outbox.MessagesFor(domainEvent, caller.Scope))
            {
                if (outbox.WhereUsed(message) is { } row)
                {
                    whereUsed.Add(row);
                }
                else
                {
                    context.OutboxMessages.Add(message);
                }
            }
        }

        return whereUsed;
    }
}
