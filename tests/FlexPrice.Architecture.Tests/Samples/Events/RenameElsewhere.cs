using FlexPrice.Application.Abstractions;

namespace FlexPrice.Architecture.Tests.Samples.Events;

/// <summary>Wrong: named by its effect without an event, and in no feature of the application.</summary>
internal sealed class RenameElsewhere : IReaction<CustomerRenamed>
{
    public Task ReactAsync(CustomerRenamed happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;
}
