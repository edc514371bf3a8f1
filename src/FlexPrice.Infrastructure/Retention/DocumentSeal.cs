using System.Text.Json;
using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;
using FlexPrice.Infrastructure.Keys;
using FlexPrice.Infrastructure.Persistence.Conventions;
using Microsoft.AspNetCore.DataProtection;

namespace FlexPrice.Infrastructure.Retention;

/// <summary>Every document under a key of its own. The invoice's id is authenticated with it, so that a document cannot be moved to another invoice.</summary>
internal sealed class DocumentSeal(IDataProtectionProvider protection) : IDocumentSeal
{
    private readonly DataKeyCipher _cipher = new(protection, "FlexPrice.DocumentKey");

    public byte[] NewWrappedKey() => _cipher.NewWrappedKey();

    public byte[] Seal(byte[] wrappedKey, InvoiceId invoiceId, InvoiceDocument document) =>
        _cipher.Seal(wrappedKey, invoiceId.Value, JsonSerializer.SerializeToUtf8Bytes(document, StoredJson.Options));

    public InvoiceDocument? Open(SealedDocument document) =>
        _cipher.TryOpen(document.WrappedKey, document.InvoiceId.Value, document.Content) is { } content
            ? JsonSerializer.Deserialize<InvoiceDocument>(content, StoredJson.Options)
            : null;
}
