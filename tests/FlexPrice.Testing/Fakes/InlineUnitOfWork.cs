using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.Fakes;

/// <summary>Does the work at once and remembers how it ended and what was raised.</summary>
internal sealed class InlineUnitOfWork : IUnitOfWork
{
    private readonly List<Action> _measures = [];

    public IList<IDomainEvent> Raised { get; } = [];

    public int Commits { get; private set; }

    public int Rollbacks { get; private set; }

    public int Flushes { get; private set; }

    public bool IsDiscarded { get; private set; }

    public async Task<TResponse> ExecuteAsync<TResponse>(Func<CancellationToken, Task<TResponse>> work, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        _measures.Clear();
        var response = await work(cancellationToken);
        if (response.Error is null)
        {
            Commits++;
            _measures.ForEach(measure => measure());
        }
        else
        {
            Rollbacks++;
        }

        return response;
    }

    public async Task<T> ExecuteStepAsync<T>(Func<CancellationToken, Task<Result<T>>> step, CancellationToken cancellationToken)
    {
        var result = await ExecuteAsync(step, cancellationToken);
        return result.Error is { } error ? throw new InvalidOperationException(error.Code) : result.Value;
    }

    public Task FlushAsync(CancellationToken cancellationToken)
    {
        Flushes++;
        return Task.CompletedTask;
    }

    public void Discard() => IsDiscarded = true;

    public void AfterCommit(Action measure) => _measures.Add(measure);

    public void Raise(IDomainEvent happened) => Raised.Add(happened);
}
