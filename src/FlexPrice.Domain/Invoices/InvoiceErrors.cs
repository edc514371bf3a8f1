using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Invoices;

/// <summary>Why something cannot be done to an invoice.</summary>
public static class InvoiceErrors
{
    /// <summary>No such invoice in this environment, or one that is retained and the caller may not see.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Invoice with ID {Error.Echo(id)} was not found").With("invoice_id", Error.Echo(id));
        return TypedId.TryParse<InvoiceId>(id, out _) ? error : error.With("hint", $"Ids of invoices are {InvoiceId.Prefix}_ and 26 characters.");
    }

    /// <summary>The lines do not make the amount due.</summary>
    /// <param name="sum">The sum of the lines.</param>
    /// <param name="amountDue">The amount due.</param>
    public static Error LinesDiffer(decimal sum, decimal amountDue) =>
        new Error(ErrorKind.Validation, FormattableString.Invariant($"sum of line item amounts {sum:0.#########} must equal invoice amount_due {amountDue:0.#########}"))
            .With("line_items", "Send line items whose amounts make amount_due, or none.");

    /// <summary>An invoice for a subscription names none.</summary>
    public static Error SubscriptionRequired() =>
        new Error(ErrorKind.Validation, "subscription_id is required for subscription invoice")
            .With("subscription_id", "Name the subscription, or send invoice_type ONE_OFF.");

    /// <summary>The subscription belongs to another customer.</summary>
    public static Error SubscriptionOfAnother() =>
        new Error(ErrorKind.Validation, "The subscription belongs to another customer")
            .With("subscription_id", "Name a subscription of the invoice's own customer, or leave it out.");

    /// <summary>Only drafts can be finalized.</summary>
    public static Error NotDraft() =>
        new Error(ErrorKind.InvalidOperation, "invoice must be in draft status to be finalized")
            .With("fix", $"A finalized invoice is issued already, so that nothing is left to do. A voided one stays voided: create a new invoice with {Operation.CreateInvoice}.");

    /// <summary>It was taken back before.</summary>
    public static Error AlreadyVoided() =>
        new Error(ErrorKind.InvalidOperation, "invoice status - VOIDED is not allowed")
            .With("fix", $"The invoice was voided before, so that nothing is left to do; {Operation.GetInvoice} shows when.");

    /// <summary>Something was paid for it, which would have to go back first.</summary>
    public static Error Paid() =>
        new Error(ErrorKind.InvalidOperation, "An invoice for which something was paid cannot be voided")
            .With("amount_paid", $"Paying back into a wallet is not possible yet. Leave the invoice finalized; when only a part is paid, record the rest with {Operation.RecordPayment}.");

    /// <summary>Payments are for issued invoices.</summary>
    public static Error NotPayable() =>
        new Error(ErrorKind.InvalidOperation, "invoice must be in finalized status to be paid")
            .With("invoice_status", $"Finalize a draft first: {Operation.FinalizeInvoice}. A voided invoice cannot be paid.");

    /// <summary>The payment status does not follow from the one it has.</summary>
    /// <param name="current">The one it has.</param>
    public static Error InvalidTransition(PaymentStatus current) =>
        new Error(ErrorKind.InvalidOperation, "invalid payment status transition").With("payment_status", current switch
        {
            PaymentStatus.Pending or PaymentStatus.Failed => "Send PENDING, SUCCEEDED, OVERPAID or FAILED.",
            PaymentStatus.Succeeded => "The invoice is paid: send SUCCEEDED, or OVERPAID when more came in.",
            _ => "The payment status of this invoice is final.",
        });

    /// <summary>The invoice is retained, and its sealed document does not open: the key ring lacks its key, or the content is not what was sealed.</summary>
    public static Error DocumentUnreadable() =>
        new Error(ErrorKind.InvalidOperation, "The sealed document of the retained invoice cannot be opened")
            .With("fix", "The key ring of this installation does not hold the key, or the content was changed by another hand. Restore the folder of Keys__Path from its backup; if that does not help, the row from a backup of the database.");

    /// <summary>The amount does not fit the payment status.</summary>
    /// <param name="fix">What to send.</param>
    public static Error WrongAmount(string fix) => new Error(ErrorKind.Validation, "Request validation failed").With("amount", fix);
}
