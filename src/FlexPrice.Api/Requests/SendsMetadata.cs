using FlexPrice.Application.Pipeline;

namespace FlexPrice.Api.Requests;

/// <summary>The command or query that an endpoint is for. Who may not send it is refused before the body is read.</summary>
/// <param name="Message">The type of the command or query.</param>
/// <param name="Access">Who may send it.</param>
internal sealed record SendsMetadata(Type Message, MessageAccess Access);
