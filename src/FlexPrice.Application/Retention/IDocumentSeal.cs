using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention;

/// <summary>Seals and opens the personal content of issued invoices, every document under its own key.</summary>
public interface IDocumentSeal
{
    /// <summary>Makes a fresh wrapped data key.</summary>
    byte[] NewWrappedKey();

    /// <summary>Seals the document of an invoice.</summary>
    byte[] Seal(byte[] wrappedKey, InvoiceId invoiceId, InvoiceDocument document);

    /// <summary>Opens a sealed document.</summary>
    /// <returns>The document, or null when the key ring does not open its key.</returns>
    InvoiceDocument? Open(SealedDocument document);
}
