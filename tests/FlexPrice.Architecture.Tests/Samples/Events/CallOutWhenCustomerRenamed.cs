using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;

namespace FlexPrice.Architecture.Tests.Samples.Events;

/// <summary>Wrong: calls another machine and names no lane.</summary>
internal sealed class CallOutWhenCustomerRenamed(IWebhookSender sender) : IReaction<CustomerRenamed>
{
    public Task ReactAsync(CustomerRenamed happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, "customer.renamed", happened.OccurredAt, happened.CustomerId, cancellationToken);
}
