using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Wire;

/// <summary>A parameter of an endpoint that was read from the request, or the reason why it could not be read. A refused one never reaches its endpoint.</summary>
internal interface IBound
{
    /// <summary>Why it could not be read, or null.</summary>
    Error? Error { get; }
}
