using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletion;

internal sealed class GetDeletionHandler(IReadRepositoryBase<Deletion> deletions) : IQueryHandler<GetDeletionQuery, Result<Deletion>>
{
    public async Task<Result<Deletion>> HandleAsync(GetDeletionQuery query, CancellationToken cancellationToken) =>
        TypedId.TryParse<DeletionId>(query.Id, out var id) && await deletions.FirstOrDefaultAsync(new DeletionWithRecipients(id), cancellationToken) is { } deletion
            ? deletion
            : DeletionErrors.NotFound(query.Id);
}
