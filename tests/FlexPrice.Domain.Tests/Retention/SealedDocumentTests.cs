using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Retention.Events;

namespace FlexPrice.Domain.Tests.Retention;

public sealed class SealedDocumentTests
{
    [Fact]
    public void Document_WhenKept_BelongsToItsInvoice()
    {
        var invoice = Given.Issued();

        var document = SealedDocument.Keep(invoice, [1], [2], Given.At(1).At);

        document.InvoiceId.ShouldBe(invoice.Id);
        (document.TenantId, document.EnvironmentId).ShouldBe((invoice.TenantId, invoice.EnvironmentId));
        document.WrappedKey.ShouldBe([1]);
        document.Content.ShouldBe([2]);
        document.SealedAt.ShouldBe(Given.At(1).At);
    }

    [Fact]
    public void Document_WhenReplaced_KeepsItsKey()
    {
        var document = SealedDocument.Keep(Given.Issued(), [1], [2], Given.At(1).At);

        document.Replace([3], Given.At(2).At);

        document.WrappedKey.ShouldBe([1]);
        document.Content.ShouldBe([3]);
        document.SealedAt.ShouldBe(Given.At(2).At);
    }

    [Fact]
    public void Destruction_WhenAudited_NamesTheInvoice()
    {
        var happened = new DocumentKeyDestroyed(Given.InvoiceId(), Given.Noon);

        happened.AuditAction.ShouldBe("document.key_destroyed");
        happened.AuditSubject.ShouldBe(Given.InvoiceId().Value);
        happened.OrderingKey.ShouldBeNull();
    }
}
