namespace FlexPrice.Api.Usage;

/// <summary>Usage events were accepted.</summary>
/// <param name="Message">What happened.</param>
internal sealed record EventsAcceptedResponse(string Message);
