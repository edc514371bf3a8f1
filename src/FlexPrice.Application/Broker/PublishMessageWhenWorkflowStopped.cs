using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a workflow is to stop.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenWorkflowStopped(IMessagePublisher publisher) : IReaction<WorkflowStopped>
{
    public Task ReactAsync(WorkflowStopped happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.WorkflowStopped, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.WorkflowId, happened.CustomerId), cancellationToken);
}
