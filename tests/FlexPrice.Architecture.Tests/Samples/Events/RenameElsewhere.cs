using FlexPrice.Application.Abstractions;

namespace FlexPrice.Architecture.Tests.Samples.Events;

/// <summary>Wrong: says what it does, not when, and resides with no feature of the application.</summary>
internal sealed class RenameElsewhere : IReaction<CustomerRenamed>
{
    public Task ReactAsync(CustomerRenamed happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;
}
