using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>The record of a customer's deletion: who requested it, what was done, and the progress of the work after the commit. It has no personal data and is kept; the data that its open <see cref="Recipients"/> need is sealed.</summary>
public sealed class Deletion : AggregateRoot
{
    private readonly List<Recipient> _recipients = [];

    private Deletion()
    {
    }

    private Deletion(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The deletion's id.</summary>
    public DeletionId Id { get; private set; }

    /// <summary>The deleted customer. Not a reference: the customer does not exist.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The parent's deletion, of which this one is a part; null when it was requested itself.</summary>
    public DeletionId? ParentDeletionId { get; private set; }

    /// <summary>The lineage of API keys whose hourly allowance it counts against; null for a part of a parent's deletion.</summary>
    [NotPersonal("The id of an API key.")]
    public string? LineageId { get; private set; }

    /// <summary>The digest of the plan that was executed.</summary>
    [NotPersonal("A hash of ids, states, money and policy.")]
    public string PlanDigest { get; private set; } = "";

    /// <summary>What was done, edge by edge.</summary>
    [NotPersonal("Names of edges and actions, counts and money.")]
    public IReadOnlyList<EdgeOutcome> Edges { get; private set; } = [];

    /// <summary>How far the work after the commit has come.</summary>
    public DeletionState State { get; private set; }

    /// <summary>When everything that is erased in batches was erased, UTC.</summary>
    public DateTimeOffset? CleanedAt { get; private set; }

    /// <summary>When the erased data was removed from the storage's files, UTC. It waits for the cleaning, but not for recipients; null again after a recipient was closed.</summary>
    public DateTimeOffset? ScrubbedAt { get; private set; }

    /// <summary>When the tenant's own endpoint had accepted the news, UTC.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>How many of <see cref="Recipients"/> are open.</summary>
    public int OpenRecipients { get; private set; }

    /// <summary>When all notifications were done: the deletion was announced and no recipient was open, UTC.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>When the search for left-overs found none, UTC.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>The end of the last retention, UTC; null when nothing is retained.</summary>
    public DateTimeOffset? RetainedUntil { get; private set; }

    /// <summary>How many usage events were erased after the commit so far.</summary>
    public long UsageEventsErased { get; private set; }

    /// <summary>The recipients: each must act before the deletion is completed.</summary>
    public IReadOnlyList<Recipient> Recipients => _recipients;

    /// <summary>Records that a customer is being deleted.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">The deletion's id.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="parent">The deletion that takes this one along.</param>
    /// <param name="planDigest">The digest of the plan that is executed.</param>
    /// <param name="edges">What is done.</param>
    /// <param name="hasWorkAfterCommit">Whether something is erased in batches after the commit.</param>
    /// <param name="change">Time and actor.</param>
    /// <param name="lineageId">The lineage of API keys whose hourly allowance it counts against; null when it counts against none.</param>
    public static Deletion Begin(
        EnvironmentScope scope,
        DeletionId id,
        CustomerId customerId,
        DeletionId? parent,
        string planDigest,
        IReadOnlyList<EdgeOutcome> edges,
        bool hasWorkAfterCommit,
        Change change,
        string? lineageId = null)
    {
        var deletion = new Deletion(scope, change)
        {
            Id = id,
            CustomerId = customerId,
            ParentDeletionId = parent,
            LineageId = lineageId,
            PlanDigest = planDigest,
            Edges = edges,
            RetainedUntil = edges.SelectMany(edge => edge.Rows).Max(rows => rows.Until),
            OpenRecipients = edges.SelectMany(edge => edge.Recipients).Sum(recipients => recipients.Count),
            CleanedAt = hasWorkAfterCommit ? null : change.At,
            State = DeletionState.Cleaning,
        };
        deletion.Raise(new CustomerDeleted(id, customerId, parent, change.At));
        return deletion;
    }

    /// <summary>Money must be paid back before the deletion is completed. It is one of the recipients that were counted when the deletion began.</summary>
    /// <param name="id">The recipient's id.</param>
    /// <param name="refund">How much.</param>
    /// <param name="wrappedKey">The recipient's own key.</param>
    /// <param name="payee">The payee, sealed under that key.</param>
    /// <param name="change">Time and actor.</param>
    public void AddRefund(RecipientId id, MoneyAmount refund, byte[] wrappedKey, byte[] payee, Change change) =>
        _recipients.Add(Recipient.OfRefund(this, id, refund, wrappedKey, payee, change.At));

    /// <summary>A batch of usage events was erased, in the same transaction, so that the sum is right after any interruption.</summary>
    /// <param name="events">How many events the batch had.</param>
    /// <param name="change">When.</param>
    public void CountErasedUsage(long events, Change change)
    {
        UsageEventsErased += events;
        Touch(change);
    }

    /// <summary>Records that everything that is erased in batches was erased.</summary>
    /// <param name="change">When.</param>
    public void FinishCleaning(Change change)
    {
        if (CleanedAt is not null)
        {
            return;
        }

        CleanedAt = change.At;
        Raise(new DeletionCleaned(Id, CustomerId, change.At));
        Advance(change);
    }

    /// <summary>The storage was scrubbed. Only a scrub that began after the cleaning counts.</summary>
    /// <param name="change">When.</param>
    public void FinishScrubbing(Change change)
    {
        if (ScrubbedAt is not null || CleanedAt is null)
        {
            return;
        }

        ScrubbedAt = change.At;
        Advance(change);
    }

    /// <summary>The news was announced. Telling is finished when no recipient is open either.</summary>
    /// <param name="change">When.</param>
    public void FinishTelling(Change change)
    {
        if (AnnouncedAt is not null)
        {
            return;
        }

        AnnouncedAt = change.At;
        SettleTelling(change);
    }

    /// <summary>A person waives a recipient; its sealed data is destroyed.</summary>
    /// <param name="id">One of <see cref="Recipients"/>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? WaiveRecipient(RecipientId id, string reason, Change change) =>
        CloseRecipient(id, recipient => recipient.Waive(reason, change.At), new RecipientWaived(id, Id, CustomerId, change.At), change);

    /// <summary>A person confirms that a refund was paid.</summary>
    /// <param name="id">One of <see cref="Recipients"/>.</param>
    /// <param name="evidence">How that is known.</param>
    /// <param name="change">Time and actor.</param>
    /// <returns>Null, or why it was refused.</returns>
    public Error? ConfirmRecipient(RecipientId id, string evidence, Change change) =>
        CloseRecipient(id, recipient => recipient.Confirm(evidence, change.At), new RecipientConfirmed(id, Id, CustomerId, change.At), change);

    /// <summary>Records a search for leftovers. A later search may find none.</summary>
    /// <param name="leftovers">How many rows were found.</param>
    /// <param name="change">When.</param>
    public void FinishVerification(long leftovers, Change change)
    {
        if (CompletedAt is not null)
        {
            return;
        }

        State = leftovers == 0 ? DeletionState.Completed : DeletionState.FailedVerification;
        CompletedAt = leftovers == 0 ? change.At : null;
        Touch(change);
    }

    private Error? CloseRecipient(RecipientId id, Func<Recipient, Error?> close, IDomainEvent closed, Change change)
    {
        if (_recipients.Find(candidate => candidate.Id == id) is not { } recipient)
        {
            return RecipientErrors.NotFound(id.Value);
        }

        if (close(recipient) is { } refused)
        {
            return refused;
        }

        Raise(closed);
        OpenRecipients--;

        // What had been sealed for the recipient was just erased: it is to be scrubbed as well.
        ScrubbedAt = null;
        SettleTelling(change);
        return null;
    }

    private void SettleTelling(Change change)
    {
        if (AnnouncedAt is not null && OpenRecipients == 0)
        {
            ToldAt = change.At;
        }

        Advance(change);
    }

    private void Advance(Change change)
    {
        State = ScrubbedAt is null ? DeletionState.Cleaning : ToldAt is null ? DeletionState.Telling : DeletionState.Verifying;
        Touch(change);
        if (State == DeletionState.Verifying)
        {
            Raise(new DeletionSettled(Id, CustomerId, change.At));
        }
    }
}
