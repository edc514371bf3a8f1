using System.Text.Json;

namespace FlexPrice.Api.Wire;

/// <summary>A value in a request body has an invalid format. The serializer adds its path.</summary>
/// <param name="fix">What the value must be; completes a sentence that begins with the field's name.</param>
internal sealed class WireFormatException(string fix) : JsonException(fix);
