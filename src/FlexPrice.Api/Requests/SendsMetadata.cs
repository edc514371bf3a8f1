using FlexPrice.Application.Pipeline;

namespace FlexPrice.Api.Requests;

/// <summary>The command or query of an endpoint. A caller without its permission is refused before the body is read.</summary>
/// <param name="Message">The type of the command or query.</param>
/// <param name="Access">Its permission check.</param>
internal sealed record SendsMetadata(Type Message, MessageAccess Access);
