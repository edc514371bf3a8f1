using FlexPrice.Application.Retention;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Retention;

namespace FlexPrice.Testing.Fakes;

/// <summary>Keeps documents as they are, by key and content, and remembers every key it made.</summary>
internal sealed class PlainDocumentSeal : IDocumentSeal
{
    private readonly List<InvoiceDocument> _sealed = [];

    public byte KeysMade { get; private set; }

    /// <summary>Whether the key ring is another one than that under which everything was sealed.</summary>
    public bool LostItsKeys { get; set; }

    public byte[] NewWrappedKey() => [++KeysMade];

    public byte[] Seal(byte[] wrappedKey, InvoiceId invoiceId, InvoiceDocument document)
    {
        _sealed.Add(document);
        return [wrappedKey[0], (byte)(_sealed.Count - 1)];
    }

    public InvoiceDocument? Open(SealedDocument document) =>
        LostItsKeys ? null : document.Content[0] == document.WrappedKey[0] ? _sealed[document.Content[1]] : throw new InvalidOperationException("The key of another document.");
}
