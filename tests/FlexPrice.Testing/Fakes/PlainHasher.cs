using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Testing.Fakes;

/// <summary>Hashes that a test can write down: those of external ids are the ones that <c>Given.External</c> uses.</summary>
internal sealed class PlainHasher : ILookupHasher
{
    public LookupHash Hash(EnvironmentScope scope, string purpose, string value) =>
        new(purpose == LookupPurpose.ExternalCustomerId ? $"hash-of-{value}" : $"{purpose}:{value}");
}
