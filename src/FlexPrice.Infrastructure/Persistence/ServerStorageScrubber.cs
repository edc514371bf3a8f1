using FlexPrice.Application.Deletions;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>
/// Does nothing: a database server takes back the space of deleted rows by itself (PostgreSQL by autovacuum), and its files are the operator's to protect.
/// What a deletion promises there is about rows; the guide for operators says so.
/// </summary>
internal sealed class ServerStorageScrubber : IStorageScrubber
{
    public Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
