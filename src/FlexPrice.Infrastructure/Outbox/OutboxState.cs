namespace FlexPrice.Infrastructure.Outbox;

/// <summary>How much there is to do.</summary>
/// <param name="Depth">How many rows wait or run, given up ones included.</param>
/// <param name="OldestAge">How long ago the event of the oldest row happened; zero when there is none.</param>
/// <param name="GivenUp">How many rows count as given up.</param>
internal sealed record OutboxState(long Depth, TimeSpan OldestAge, long GivenUp);
