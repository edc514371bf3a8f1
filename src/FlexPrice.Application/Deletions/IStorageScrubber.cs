namespace FlexPrice.Application.Deletions;

/// <summary>Removes the last traces of deleted rows from the storage's files.</summary>
public interface IStorageScrubber
{
    /// <summary>Returns when a scrub that began after the call has ended. Calls that come together share one.</summary>
    Task ScrubAsync(CancellationToken cancellationToken);
}
