namespace FlexPrice.Application.Webhooks;

/// <summary>The line of everything that is announced, so that nobody hears of a customer after having heard of the deletion.</summary>
public static class WebhookOrdering
{
    /// <summary>Its stable name, and that of the channel.</summary>
    public const string Name = "webhooks";
}
