using FlexPrice.Domain.Access;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Retention;

/// <summary>
/// The personal content of an issued invoice, sealed under its own key since it was issued. A deletion clears the invoice and leaves this;
/// destroying the row ends the retention of exactly this document.
/// </summary>
public sealed class SealedDocument : IEnvironmentScoped
{
    private SealedDocument()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The invoice.</summary>
    public InvoiceId InvoiceId { get; private set; }

    /// <summary>The data key, wrapped by the key ring.</summary>
    [NotPersonal("An encrypted random key.")]
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>The document, encrypted under the data key.</summary>
    [NotPersonal("Ciphertext, gone with its key.")]
    public byte[] Content { get; private set; } = [];

    /// <summary>When it was sealed last, UTC.</summary>
    public DateTimeOffset SealedAt { get; private set; }

    /// <summary>Keeps the sealed document of an invoice.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="wrappedKey">A fresh wrapped data key.</param>
    /// <param name="content">The document, encrypted.</param>
    /// <param name="at">When.</param>
    public static SealedDocument Keep(Invoice invoice, byte[] wrappedKey, byte[] content, DateTimeOffset at) => new()
    {
        TenantId = invoice.TenantId,
        EnvironmentId = invoice.EnvironmentId,
        InvoiceId = invoice.Id,
        WrappedKey = wrappedKey,
        Content = content,
        SealedAt = at,
    };

    /// <summary>The invoice has changed; the key stays the same.</summary>
    /// <param name="content">The document, encrypted.</param>
    /// <param name="at">When.</param>
    public void Replace(byte[] content, DateTimeOffset at)
    {
        Content = content;
        SealedAt = at;
    }
}
