using FlexPrice.Application.Sample;

namespace FlexPrice.Api;

/// <summary>What a developer sees after the start: a key and two calls that work. Written to the console and never to the log, because of the key.</summary>
internal static class StartBanner
{
    private const string Choices = "subscriptions=cancel_now&outstanding_invoices=write_off&wallets=forfeit&child_customers=cascade";
    private const string UnknownKey = "$FLEXPRICE_API_KEY";

    /// <summary>Writes the banner.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="key">The developer's generated key; null when the operator configured one.</param>
    /// <param name="family">The customers to try a deletion on; null when there are none.</param>
    /// <param name="baseUrl">Where the server listens.</param>
    public static void Write(TextWriter console, string? key, SampleFamily? family, string baseUrl)
    {
        var url = baseUrl.TrimEnd('/');
        console.WriteLine($"""

            FlexPrice listens at {url} (documentation: {url}/docs)
            API key: {key ?? "the one that you configured as Bootstrap__ApiKey"}
            """);
        if (family is null)
        {
            return;
        }

        var curl = $"curl -i -H \"x-api-key: {key ?? UnknownKey}\"";
        console.WriteLine($"""

            Ask beforehand what a deletion would do:
              {curl} '{url}/v1/customers/{family.Deletable}/deletion-plan?{Choices}'

            See a deletion refused, with everything that blocks it and how to fix that:
              {curl} -X DELETE '{url}/v1/customers/{family.Refused}'

            Delete a customer with everything that hangs on it:
              {curl} -X DELETE '{url}/v1/customers/{family.Deletable}?{Choices}'

            """);
    }
}
