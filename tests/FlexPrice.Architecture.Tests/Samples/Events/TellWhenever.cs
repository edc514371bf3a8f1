using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Samples.Events;

/// <summary>Wrong: a channel with an event in its name.</summary>
internal sealed class TellWhenever : IReaction<IDomainEvent>
{
    public Task ReactAsync(IDomainEvent happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;
}
