using System.Collections.Frozen;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Invoices.Events;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions.Events;
using FlexPrice.Domain.Wallets.Events;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Announcements;

/// <summary>The events that are announced. Every channel announces all of them: a reaction to <see cref="IDomainEvent"/> gets one outbox row for each.</summary>
internal static class AnnouncedEvents
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static IReadOnlyList<AnnouncedEvent> All { get; } =
    [
        AnnouncedEvent.Of<CustomerCreated>("customer.created", happened => AnnouncementData.Of(happened.CustomerId)),
        AnnouncedEvent.Of<CustomerUpdated>("customer.updated", happened => AnnouncementData.Of(happened.CustomerId)),
        AnnouncedEvent.Of<CustomerArchived>("customer.updated", happened => AnnouncementData.Of(happened.CustomerId)),
        AnnouncedEvent.Of<CustomerPublished>("customer.updated", happened => AnnouncementData.Of(happened.CustomerId)),
        AnnouncedEvent.Of<CustomerDeleted>("customer.deleted", AnnouncementData.Of, happened => happened.DeletionId),
        AnnouncedEvent.Of<SubscriptionCreated>("subscription.created", happened => AnnouncementData.Of("subscription", happened.SubscriptionId, happened.CustomerId)),
        AnnouncedEvent.Of<SubscriptionCancelled>("subscription.cancelled", happened => AnnouncementData.Of("subscription", happened.SubscriptionId, happened.CustomerId)),
        AnnouncedEvent.Of<InvoiceCreated>("invoice.update", happened => AnnouncementData.Of("invoice", happened.InvoiceId, happened.CustomerId)),
        AnnouncedEvent.Of<InvoiceFinalized>("invoice.update.finalized", happened => AnnouncementData.Of("invoice", happened.InvoiceId, happened.CustomerId)),
        AnnouncedEvent.Of<InvoicePaymentRecorded>("invoice.update.payment", happened => AnnouncementData.Of("invoice", happened.InvoiceId, happened.CustomerId)),
        AnnouncedEvent.Of<InvoiceWrittenOff>("invoice.update.payment", happened => AnnouncementData.Of("invoice", happened.InvoiceId, happened.CustomerId)),
        AnnouncedEvent.Of<InvoiceVoided>("invoice.update.voided", happened => AnnouncementData.Of("invoice", happened.InvoiceId, happened.CustomerId)),
        AnnouncedEvent.Of<WalletCreated>("wallet.created", happened => AnnouncementData.Of("wallet", happened.WalletId, happened.CustomerId)),
        AnnouncedEvent.Of<WalletTerminated>("wallet.terminated", happened => AnnouncementData.Of("wallet", happened.WalletId, happened.CustomerId)),
        AnnouncedEvent.Of<WorkflowStarted>("workflow.started", happened => AnnouncementData.Of("workflow", happened.WorkflowId, happened.CustomerId)),
        AnnouncedEvent.Of<WorkflowStopped>("workflow.stopped", happened => AnnouncementData.Of("workflow", happened.WorkflowId, happened.CustomerId)),
    ];

    /// <summary>The types of the events.</summary>
    public static IReadOnlyCollection<Type> Types => ByType.Keys;

    private static readonly FrozenDictionary<Type, AnnouncedEvent> ByType = All.ToFrozenDictionary(announced => announced.EventType);

    /// <summary>The announcement of an event; throws when the event is not in the table.</summary>
    public static Announcement Announce(IDomainEvent happened) =>
        (ByType.GetValueOrDefault(happened.GetType()) ?? throw new InvalidOperationException($"{happened.GetType().Name} is not announced: add it to {nameof(AnnouncedEvents)}.")).Announce(happened);
}
