using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>A recipient must act before a deletion is completed.</summary>
internal sealed record RecipientResponse
{
    public required string Id { get; init; }

    /// <summary>The provider to notify, for example stripe; refund for money that must be paid back.</summary>
    public required string Provider { get; init; }

    /// <summary>erase, notify or pay_out.</summary>
    public required string Action { get; init; }

    /// <summary>unreachable, pending, confirmed, already_gone or waived. The deletion waits for the first two.</summary>
    public required string State { get; init; }

    /// <summary>What is to be paid back; null where nothing is.</summary>
    public required MoneyResponse? Money { get; init; }

    /// <summary>The subject, for keys with waive:write that read the deletion by id while the recipient is open; else null.</summary>
    public required RecipientSubjectResponse? Subject { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset? NextAttemptAt { get; init; }

    public required string? LastErrorClass { get; init; }

    /// <summary>How it is known that it acted.</summary>
    public required string? Evidence { get; init; }

    /// <summary>Why it was waived.</summary>
    public required string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public static RecipientResponse Of(Recipient recipient, RecipientSubject? subject) => new()
    {
        Id = recipient.Id.Value,
        Provider = recipient.Provider,
        Action = WireName.Of(recipient.WantedAction),
        State = WireName.Of(recipient.State),
        Money = recipient is { Amount: { } amount, Currency: { } currency } ? new MoneyResponse(currency, amount) : null,
        Subject = subject is null ? null : RecipientSubjectResponse.Of(subject),
        Attempts = recipient.Attempts,
        NextAttemptAt = recipient.NextAttemptAt,
        LastErrorClass = recipient.LastErrorClass,
        Evidence = recipient.Evidence,
        Reason = recipient.WaiveReason,
        CreatedAt = recipient.CreatedAt,
        ClosedAt = recipient.ClosedAt,
    };
}
