namespace FlexPrice.Application.Webhooks;

/// <summary>The line of everything that is announced, so that nobody hears of a customer after having heard of the deletion.</summary>
internal static class WebhookLine
{
    public const string Name = "webhooks";
}
