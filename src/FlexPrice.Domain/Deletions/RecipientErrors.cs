using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>Why a recipient of a deletion cannot be closed.</summary>
public static class RecipientErrors
{
    /// <summary>The deletion has no such recipient.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Recipient with ID {Error.Echo(id)} was not found").With("recipient_id", Error.Echo(id));
        return TypedId.TryParse<RecipientId>(id, out _)
            ? error.With("hint", $"The recipients of a deletion are listed by {Operation.GetDeletion}.")
            : error.With("hint", $"Ids of recipients are {RecipientId.Prefix}_ and 26 characters; those of a deletion are listed by {Operation.GetDeletion}.");
    }

    /// <summary>It was confirmed or waived before.</summary>
    public static Error AlreadyClosed() =>
        new Error(ErrorKind.InvalidOperation, "Recipient is already closed")
            .With("fix", $"Nothing is left to do; {Operation.GetDeletion} shows how it was closed.");

    /// <summary>Only what people pay out is confirmed by people.</summary>
    public static Error NotARefund() =>
        new Error(ErrorKind.InvalidOperation, "Only refunds are confirmed by hand")
            .With("fix", $"Waive the recipient instead: {Operation.WaiveRecipient}.");
}
