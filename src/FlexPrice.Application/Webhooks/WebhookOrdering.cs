namespace FlexPrice.Application.Webhooks;

/// <summary>The ordering of all webhooks of a customer: no event follows the deletion event.</summary>
public static class WebhookOrdering
{
    /// <summary>Its stable name, and that of the channel.</summary>
    public const string Name = "webhooks";
}
