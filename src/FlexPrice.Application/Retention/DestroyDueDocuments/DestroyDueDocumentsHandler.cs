using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention.Events;

namespace FlexPrice.Application.Retention.DestroyDueDocuments;

internal sealed class DestroyDueDocumentsHandler(IDocumentStore documents, IUnitOfWork unitOfWork, TimeProvider clock) : ICommandHandler<DestroyDueDocumentsCommand, Result<int>>
{
    public async Task<Result<int>> HandleAsync(DestroyDueDocumentsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await documents.FindDueAsync(now, command.Limit, cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        await documents.DestroyAsync(due, cancellationToken);
        foreach (var invoice in due)
        {
            unitOfWork.Raise(new DocumentKeyDestroyed(invoice, now));
        }

        unitOfWork.Raise(new DueDocumentsDestroyed(due.Count, now));
        return due.Count;
    }
}
