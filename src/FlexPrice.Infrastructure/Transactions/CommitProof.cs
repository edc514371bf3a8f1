using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.AuditLog;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>
/// Proves whether a command's transaction was committed when the connection broke during the commit. The proof is a row under an id of this command, the same in all its
/// attempts, that no other command writes: its first audit entry, or a <see cref="CommitMark"/> without one.
/// </summary>
internal sealed class CommitProof(IDatabaseDialect dialect, IIdGenerator ids, ICaller caller, TimeProvider clock)
{
    private readonly List<Action> _measures = [];
    private bool _isAskedFor;
    private AuditEntryId? _entry;
    private string? _mark;

    /// <summary>What would have been answered; null when nothing was about to be committed.</summary>
    public object? Response { get; private set; }

    /// <summary>Requests a proof. A step of a reaction needs none: it is idempotent and is simply repeated.</summary>
    public void Require() => _isAskedFor = true;

    /// <summary>Forgets what was to be measured of a transaction that was rolled back.</summary>
    public void Begin() => _measures.Clear();

    /// <summary>Keeps what is to be measured when the commit is known to be done.</summary>
    public void AfterCommit(Action measure) => _measures.Add(measure);

    /// <summary>The commit is done.</summary>
    public void Measure()
    {
        _measures.ForEach(measure => measure());
        _measures.Clear();
    }

    /// <summary>Writes the proof together with what is about to be committed; before it is saved. Where nothing was changed, it does not matter whether the commit was done.</summary>
    public void Record(FlexPriceDbContext context, bool hasWritten, object response)
    {
        // With an embedded database the outcome of a commit is always known.
        if (!_isAskedFor || !dialect.LocksRows)
        {
            return;
        }

        Response = response;
        _entry = context.ChangeTracker.Entries<AuditEntry>().FirstOrDefault(entry => entry.State == EntityState.Added)?.Entity.Id;
        if (_entry is null && (hasWritten || context.ChangeTracker.HasChanges()))
        {
            _mark = ids.New<CommitMarkId>().Value;
            context.Set<CommitMark>().Add(new CommitMark { TenantId = caller.Scope.TenantId, EnvironmentId = caller.Scope.EnvironmentId, Id = _mark, CommittedAt = clock.GetUtcNow() });
        }
    }

    /// <summary>Clears it: the outcome of the commit is known.</summary>
    public void Forget() => Response = null;

    /// <summary>Whether what was noted is in the database.</summary>
    public async Task<bool> WasCommittedAsync(FlexPriceDbContext context, CancellationToken cancellationToken) => _entry is { } written
        ? await context.AuditEntries.AnyAsync(entry => entry.Id == written, cancellationToken)
        : _mark is null || await context.Set<CommitMark>().AnyAsync(mark => mark.Id == _mark, cancellationToken);
}
