using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>One transaction: everything in it happens, or nothing.</summary>
public interface IUnitOfWork
{
    /// <summary>Opens the transaction, does the work, turns the domain events into outbox rows and audit entries, saves once and commits. A failed answer rolls back.</summary>
    Task<TResponse> ExecuteAsync<TResponse>(Func<CancellationToken, Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>;

    /// <summary>
    /// Runs a step of a reaction in one transaction, and retries it after a conflict. The step reads what it needs itself; earlier steps of the reaction are not repeated.
    /// An error becomes an exception: no caller waits for it, and the reaction must be retried.
    /// </summary>
    Task<T> ExecuteStepAsync<T>(Func<CancellationToken, Task<Result<T>>> step, CancellationToken cancellationToken);

    /// <summary>Writes what was added and changed so far into the running transaction, for queries that must see it.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Rolls everything back at the end, also after a success: the response is a replay of an earlier one.</summary>
    void Discard();

    /// <summary>Does something when this transaction has been committed, and nothing when it is rolled back: for metrics, which no rollback takes back.</summary>
    void AfterCommit(Action measure);

    /// <summary>Adds an event that no loaded aggregate raises, because its rows are changed as a set.</summary>
    void Raise(IDomainEvent happened);
}
