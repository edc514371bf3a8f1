using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>The one transaction of a unit of work: what a handler does, its events and the proof of its commit, or none of it.</summary>
internal sealed class CommandTransaction(
    FlexPriceDbContext context,
    StatementQueue statements,
    EventRecorder events,
    CommitProof witness,
    KeyConfirmation confirmation,
    IFailpoints failpoints)
{
    private bool _isDiscarded;

    /// <summary>Has the transaction rolled back although the handler succeeds.</summary>
    public void Discard() => _isDiscarded = true;

    /// <summary>Measures something once the commit is known to be done.</summary>
    public void AfterCommit(Action measure) => witness.AfterCommit(measure);

    /// <summary>Runs the handler in a transaction and commits what it did.</summary>
    public async Task<TResponse> RunAsync<TResponse>(Func<CancellationToken, Task<TResponse>> work, CancellationToken cancellationToken)
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
        var conditional = events.Record();
        await failpoints.ReachAsync(Failpoint.EventsDrained, cancellationToken);
        witness.Record(context, statements.HasWritten, response);
        await statements.RunAllAsync(conditional, _ => { }, cancellationToken);
        await statements.SaveAsync(cancellationToken);
        await failpoints.ReachAsync(Failpoint.TransactionSaved, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        witness.Forget();
        witness.Measure();
        await failpoints.ReachAsync(Failpoint.TransactionCommitted, CancellationToken.None);
        events.SignalCommitted();
        return response;
    }

    /// <summary>Prepares for the next unit of work of the scope.</summary>
    public void Clear() => _isDiscarded = false;
}
