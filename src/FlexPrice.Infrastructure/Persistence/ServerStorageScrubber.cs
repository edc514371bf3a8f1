using FlexPrice.Application.Deletions;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>
/// Does nothing: a database server reuses the space of deleted rows itself (PostgreSQL by autovacuum), and its files are the operator's to protect.
/// There a deletion erases rows; the guide for operators says so.
/// </summary>
internal sealed class ServerStorageScrubber : IStorageScrubber
{
    public Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
