namespace FlexPrice.Application.Abstractions;

/// <summary>The names of all steps at which a test can hold or kill the process. A test kills at every one of them.</summary>
public static class Failpoint
{
    /// <summary>The request is authenticated and read, nothing is done. Only requests come here, neither timed work nor the outbox's worker.</summary>
    public const string RequestAccepted = "request.accepted";

    /// <summary>The transaction is open, nothing is done.</summary>
    public const string TransactionOpened = "transaction.opened";

    /// <summary>All dependents of the customer were read.</summary>
    public const string CascadeInspected = "cascade.inspected";

    /// <summary>Every edge is decided.</summary>
    public const string CascadeDecided = "cascade.decided";

    /// <summary>The removal of the customer's row is queued, or done where statements are not batched; not committed.</summary>
    public const string CustomerRemoved = "customer.removed";

    /// <summary>Domain events are outbox rows and audit entries, not saved.</summary>
    public const string EventsDrained = "events.drained";

    /// <summary>Everything is saved, not committed.</summary>
    public const string TransactionSaved = "transaction.saved";

    /// <summary>Committed, the caller does not know.</summary>
    public const string TransactionCommitted = "transaction.committed";

    /// <summary>The caller is about to be answered.</summary>
    public const string RequestAnswering = "request.answering";

    /// <summary>A worker has claimed outbox rows.</summary>
    public const string OutboxClaimed = "outbox.claimed";

    /// <summary>A reaction has run, its outbox row is still there.</summary>
    public const string ReactionDone = "outbox.reaction_done";

    /// <summary>An outbox row was removed after its reaction.</summary>
    public const string OutboxSettled = "outbox.settled";

    /// <summary>One batch of usage events is erased.</summary>
    public const string UsageBatchErased = "usage.batch_erased";

    /// <summary>A webhook was delivered, nothing about it is stored.</summary>
    public const string WebhookDelivered = "webhook.delivered";

    /// <summary>The broker has confirmed a message, nothing about it is stored. Only where a broker is configured.</summary>
    public const string MessagePublished = "message.published";

    /// <summary>The storage is about to be scrubbed.</summary>
    public const string StorageScrubbing = "storage.scrubbing";

    /// <summary>The storage was scrubbed, the deletion is not completed.</summary>
    public const string StorageScrubbed = "storage.scrubbed";

    /// <summary>The statements of one edge are queued, or have run where statements are not batched.</summary>
    /// <param name="edge">The edge.</param>
    public static string EdgeApplied(string edge) => $"cascade.applied.{edge}";
}
