using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>The id of an API key (not the key itself): <c>secret_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct ApiKeyId(string Value) : ITypedId<ApiKeyId>
{
    /// <inheritdoc />
    public static string Prefix => "secret";

    /// <inheritdoc />
    public static ApiKeyId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
