using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.AuditLog;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>Writes the events of a unit of work as audit entries and outbox rows.</summary>
internal sealed class EventRecorder(FlexPriceDbContext context, OutboxWriter outbox, OutboxSignal signal, IIdGenerator ids, ICaller caller)
{
    private readonly List<IDomainEvent> _raised = [];

    /// <summary>Adds an event that no aggregate raises, as of rows that are changed as a set.</summary>
    public void Raise(IDomainEvent happened) => _raised.Add(happened);

    /// <summary>Adds the entries and rows of all events to the context.</summary>
    /// <returns>The statements for rows whose channel may not be in use: the database decides.</returns>
    public IReadOnlyList<SqlCall> Record()
    {
        var conditional = new List<SqlCall>();

        // Events of set-based changes precede the owner's deletion event: a subscription is cancelled, then its customer is deleted.
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
                    conditional.Add(row);
                }
                else
                {
                    context.Set<OutboxMessage>().Add(message);
                }
            }
        }

        return conditional;
    }

    /// <summary>Wakes this process's worker: rows are due.</summary>
    public void SignalCommitted() => signal.Ring();

    /// <summary>Prepares for the next unit of work of the scope.</summary>
    public void Clear() => _raised.Clear();
}
