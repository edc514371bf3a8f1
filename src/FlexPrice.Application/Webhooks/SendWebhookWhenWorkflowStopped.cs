using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a workflow is to stop.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenWorkflowStopped(IWebhookSender sender) : IReaction<WorkflowStopped>
{
    public Task ReactAsync(WorkflowStopped happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.WorkflowStopped, happened.OccurredAt, WebhookData.Of(happened.WorkflowId, happened.CustomerId), cancellationToken);
}
