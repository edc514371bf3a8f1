using System.Text.Json;
using CsCheck;
using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Tests.Persistence.Conventions;

/// <summary>Metadata are searched in their stored text. A pair is found there if and only if the metadata contain it, with any quotes, commas and colons.</summary>
public sealed class MetadataTextTests
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = MetadataText.Encoder };

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[",:"], 1, 1],
        Gen.String[Gen.Char["\",:{}\\a"], 0, 4],
        Gen.String[Gen.Char["äß\u20AC\n'<&"], 0, 3]);

    private static readonly Gen<Dictionary<string, string>> Metadata =
        Gen.Select(Text, Text).Array[0, 4].Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    [Fact]
    public void Pair_WhenTextsAreArbitrary_IsFoundIfAndOnlyIfItIsThere() =>
        Gen.Select(Metadata, Text, Text, Gen.Bool).Sample(
            (metadata, key, value, take) =>
            {
                if (take && metadata.Count > 0)
                {
                    (key, value) = metadata.First();
                }

                var isThere = metadata.TryGetValue(key, out var held) && held == value;
                var pair = new MetadataPair(key, value);

                return MetadataPair.IsIn(metadata, pair) == isThere && Store(metadata).Contains(MetadataText.Of(pair), StringComparison.Ordinal) == isThere;
            },
            iter: Rounds.Of(20_000));

    [Theory]
    [InlineData(",", ":")]
    [InlineData(":", ",")]
    public void Pair_WhenItLooksLikeWhatStandsBetweenTexts_IsNotFound(string key, string value)
    {
        var metadata = new Dictionary<string, string> { ["a"] = "b", [":"] = "c", ["d"] = ":", ["e"] = "f" };

        Store(metadata).ShouldNotContain(MetadataText.Of(new MetadataPair(key, value)), Case.Sensitive);
    }

    [Fact]
    public void Pair_WhenThereAreNoMetadata_IsNotFound() =>
        MetadataPair.IsIn(null, new MetadataPair("a", "b")).ShouldBeFalse();

    private static string Store(Dictionary<string, string> metadata) => JsonSerializer.Serialize(metadata, Options);
}
