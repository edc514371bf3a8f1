using System.Text.Json;

namespace FlexPrice.Api.Wire;

/// <summary>A value has the right place in a request body, but not the form that it must have. The serializer adds where.</summary>
/// <param name="fix">What the value must be; completes a sentence that begins with the field's name.</param>
internal sealed class WireFormatException(string fix) : JsonException(fix);
