using System.Globalization;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.RevokeApiKey;

/// <summary>What revoking an API key answers: the key and its descendants, counted in the same transaction, or the reason why nothing was done.</summary>
public sealed record RevokedApiKey : IReplayable<RevokedApiKey>
{
    private const char Separator = ' ';

    private readonly ApiKeyId _id;

    private RevokedApiKey(ApiKeyId id, KeyDescendantCount? descendants, Error? error)
    {
        _id = id;
        Descendants = descendants;
        Error = error;
    }

    /// <inheritdoc />
    public Error? Error { get; }

    /// <summary>The id of the key. Refused (exception) on a failed answer.</summary>
    public ApiKeyId Id => Error is null ? _id : throw new InvalidOperationException("A failed answer has no id.");

    /// <summary>What became of its descendants; null when an earlier version revoked the key, which did not store it.</summary>
    public KeyDescendantCount? Descendants { get; }

    /// <inheritdoc />
    public string Reference => Descendants is { } count
        ? string.Create(CultureInfo.InvariantCulture, $"{Id}{Separator}{count.Living}{Separator}{count.Revoked}")
        : Id.Value;

    /// <inheritdoc />
    public static RevokedApiKey Failure(Error error) => new(default, null, error);

    /// <inheritdoc />
    public static RevokedApiKey Replay(string reference)
    {
        var parts = reference.Split(Separator);
        var count = parts.Length == 1 ? null : new KeyDescendantCount(int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        return new(ApiKeyId.From(parts[0]), count, null);
    }

    /// <summary>The key was revoked.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="descendants">What became of its descendants.</param>
    public static RevokedApiKey Success(ApiKeyId id, KeyDescendantCount descendants) => new(id, descendants, null);

    /// <summary>Wraps a failure.</summary>
    /// <param name="error">The failure.</param>
    public static implicit operator RevokedApiKey(Error error) => Failure(error);
}
