using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Application.Retention;

/// <summary>Seals and opens what an issued invoice says about persons, every document under a key of its own.</summary>
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
