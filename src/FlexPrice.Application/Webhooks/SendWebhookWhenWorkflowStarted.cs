using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Workflows.Events;

namespace FlexPrice.Application.Webhooks;

/// <summary>Tells the operator's endpoint that a workflow was started.</summary>
[InLane(ReactionLane.Outgoing)]
[InLine(WebhookLine.Name)]
internal sealed class SendWebhookWhenWorkflowStarted(IWebhookSender sender) : IReaction<WorkflowStarted>
{
    public Task ReactAsync(WorkflowStarted happened, string messageId, CancellationToken cancellationToken) =>
        sender.SendAsync(messageId, WebhookEventType.WorkflowStarted, happened.OccurredAt, WebhookData.Of(happened.WorkflowId, happened.CustomerId), cancellationToken);
}
