using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

/// <summary>Makes keyed hashes (blind indexes), different in every environment.</summary>
public interface ILookupHasher
{
    /// <summary>Hashes a value.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="purpose">What the hash is for, so that hashes of two purposes cannot be compared.</param>
    /// <param name="value">The value.</param>
    LookupHash Hash(EnvironmentScope scope, string purpose, string value);
}
