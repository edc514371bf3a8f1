using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>
/// One row of a transaction, noted before its commit. Who never heard whether the commit was done looks whether the row is there:
/// ids are made before the first try, and no other transaction writes the same.
/// </summary>
internal sealed class CommitWitness
{
    // Databases keep microseconds.
    private static readonly TimeSpan Precision = TimeSpan.FromMicroseconds(1);

    private Type? _entity;
    private object?[] _key = [];
    private AggregateRoot? _changed;

    /// <summary>What would have been answered; null when nothing was about to be committed.</summary>
    public object? Response { get; private set; }

    /// <summary>Notes what is about to be committed; before it is saved.</summary>
    public void Note(DbContext context, object response)
    {
        // An outbox row is gone as soon as its reaction is done.
        var rows = context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity is not OutboxMessage).ToList();
        var row = rows.Find(entry => entry.State == EntityState.Added) ?? rows.Find(entry => entry.Entity is AggregateRoot);
        _entity = row?.Metadata.ClrType;
        _key = row is null ? [] : KeyOf(row);
        _changed = row is { State: EntityState.Modified } ? (AggregateRoot)row.Entity : null;
        Response = response;
    }

    /// <summary>Forgets it: the answer of the commit was heard.</summary>
    public void Forget() => Response = null;

    /// <summary>Whether what was noted is in the database; null when nothing was noted that could be looked for.</summary>
    public async Task<bool?> WasCommittedAsync(FlexPriceDbContext context, CancellationToken cancellationToken)
    {
        if (_entity is null)
        {
            return null;
        }

        context.ChangeTracker.Clear();
        var found = await context.FindAsync(_entity, _key, cancellationToken);
        return _changed is null
            ? found is not null
            : found is AggregateRoot current && current.Version == _changed.Version && (current.UpdatedAt - _changed.UpdatedAt).Duration() < Precision;
    }

    private static object?[] KeyOf(EntityEntry row) => [.. row.Metadata.FindPrimaryKey()!.Properties.Select(property => row.Property(property.Name).CurrentValue)];
}
