namespace FlexPrice.Api.Usage;

/// <summary>A usage event was accepted.</summary>
/// <param name="Message">What happened.</param>
/// <param name="EventId">The id of the event.</param>
internal sealed record EventAcceptedResponse(string Message, string EventId);
