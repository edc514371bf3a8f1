using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

/// <summary>Sends a pair as the text that is searched. It is never read.</summary>
internal sealed class MetadataPairConverter() : ValueConverter<MetadataPair, string>(pair => MetadataText.Of(pair), text => Refuse(text))
{
    private static MetadataPair Refuse(string text) => throw new NotSupportedException($"A pair of {text.Length} characters is sent and never read.");
}
