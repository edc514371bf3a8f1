using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Wire;

/// <summary>A request with rules of the wire alone, which the application does not know.</summary>
internal interface ICheckedRequest
{
    /// <summary>What is wrong, or null.</summary>
    Error? Check();
}
