namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Where events are announced and how they are signed.</summary>
/// <param name="Url">The operator's endpoint; null when nothing is announced.</param>
/// <param name="Secret">The secret of the signature as Standard Webhooks writes it; null for none.</param>
internal sealed record WebhookSettings([property: MustAgree(WebhookSettings.UrlSetting)] Uri? Url, [property: MustAgree("Webhooks__Secret")] string? Secret)
{
    public const string UrlKey = "Webhooks:Url";
    public const string UrlSetting = "Webhooks__Url";

    private const string SecretPrefix = "whsec_";
    private const int ShortestSecret = 24;
    private const int LongestSecret = 64;

    /// <summary>The key of the signature; null when nothing is signed.</summary>
    [PerProcess("Made of Webhooks__Secret.")]
    public byte[]? SigningKey => Secret is null ? null : Convert.FromBase64String(EncodedPart(Secret));

    /// <summary>Reads and checks; a secret never gets into an error.</summary>
    public static WebhookSettings Read(SettingReader reader)
    {
        var url = UrlOf(reader);
        var secret = reader.Text("Webhooks:Secret");
        if (secret is not null && reader.Text(UrlKey) is null)
        {
            reader.Refuse("Webhooks__Secret signs what goes to Webhooks__Url: set that too, or remove the secret.");
        }

        if (secret is not null && !IsSecret(secret))
        {
            reader.Refuse($"Webhooks__Secret must be {SecretPrefix} and {ShortestSecret} to {LongestSecret} random bytes as base64, for example from: echo {SecretPrefix}$(openssl rand -base64 32)");
        }

        return new WebhookSettings(url, secret);
    }

    private static Uri? UrlOf(SettingReader reader)
    {
        if (ChannelSetting.Address(reader, UrlKey) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            reader.Refuse("Webhooks__Url must be an absolute http or https address, or none to announce nothing.");
        }
        else if (url.UserInfo.Length > 0)
        {
            reader.Refuse("Webhooks__Url must not have a user name or password: they would not be sent. Receivers check the signature, see Webhooks__Secret.");
        }
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
        {
            reader.Warn("Webhooks__Url is plain http: everybody on the way can read which customers are deleted. Use https.");
        }

        return url;
    }

    private static bool IsSecret(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestSecret];
        return Convert.TryFromBase64String(EncodedPart(text), bytes, out var length) && length >= ShortestSecret;
    }

    private static string EncodedPart(string secret) => secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
}
