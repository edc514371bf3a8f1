using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Customers.Events;

namespace FlexPrice.Architecture.Tests.Samples.Events;

/// <summary>Wrong: two effects share one name and so one outbox row.</summary>
internal sealed class ActWhenMuchHappened : IReaction<CustomerCreated>, IReaction<CustomerUpdated>
{
    public Task ReactAsync(CustomerCreated happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ReactAsync(CustomerUpdated happened, string messageId, CancellationToken cancellationToken) => Task.CompletedTask;
}
