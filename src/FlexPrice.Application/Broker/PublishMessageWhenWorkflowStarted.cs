using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Broker;

/// <summary>Tells the broker that a workflow was started.</summary>
[InLane(ReactionLane.Broker)]
[InLine(BrokerLine.Name)]
internal sealed class PublishMessageWhenWorkflowStarted(IMessagePublisher publisher) : IReaction<WorkflowStarted>
{
    public Task ReactAsync(WorkflowStarted happened, string messageId, CancellationToken cancellationToken) =>
        publisher.PublishAsync(messageId, WebhookEventType.WorkflowStarted, happened.CustomerId, happened.OccurredAt, WebhookData.Of(happened.WorkflowId, happened.CustomerId), cancellationToken);
}
