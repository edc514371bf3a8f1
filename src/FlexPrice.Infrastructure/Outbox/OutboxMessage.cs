using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Outbox;

/// <summary>One event that one reaction has still to handle. Written in the transaction of the event, removed when the reaction is done.</summary>
internal sealed class OutboxMessage : IEnvironmentScoped
{
    /// <summary>The order of writing.</summary>
    public long Sequence { get; private set; }

    public TenantId TenantId { get; init; }

    public EnvironmentId EnvironmentId { get; init; }

    /// <summary>The id of the event, the same for all its reactions and at every attempt.</summary>
    [NotPersonal("An id of ours.")]
    public string MessageId { get; init; } = "";

    /// <summary>The stable name of the reaction.</summary>
    [NotPersonal("One of the product's own names.")]
    public string Reaction { get; init; } = "";

    /// <summary>The kind of work that the reaction is.</summary>
    public ReactionLane Lane { get; init; }

    /// <summary>The ordering of the reaction: within it the rows of one customer are handled in the order of writing.</summary>
    [NotPersonal("One of the product's own names.")]
    public string Line { get; init; } = "";

    /// <summary>The customer of the event; null for events without a customer.</summary>
    [NotPersonal("An id of ours. It names nobody once the customer is gone.")]
    public string? OrderingKey { get; init; }

    /// <summary>The stable name of the event.</summary>
    [NotPersonal("One of the product's own names.")]
    public string EventName { get; init; } = "";

    /// <summary>The event as JSON: ids and facts.</summary>
    [NotPersonal("Events carry ids and facts, never personal data; an architecture test looks at their properties.")]
    public string Payload { get; init; } = "";

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this time, which is long past until the first attempt has failed.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The worker's fencing token; only its holder may settle the row.</summary>
    [NotPersonal("A random number.")]
    public string? LeaseToken { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The type of the last failure.</summary>
    [NotPersonal("The name of an exception type.")]
    public string? LastError { get; set; }

    /// <summary>Since when it counts as given up: a person has to look at it, and it is tried at long intervals only.</summary>
    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>Whether its channel was not in use when it was claimed. No column: the claim reads it from the database.</summary>
    public bool IsForNobody { get; set; }
}
