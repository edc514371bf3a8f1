namespace FlexPrice.Application.Access;

/// <summary>The two forms in which a presented key may be stored.</summary>
/// <param name="Plain">SHA-256, base64url: how a random key is stored. It cannot be guessed.</param>
/// <param name="Keyed">HMAC-SHA-256 under a key outside of the database, base64url: how the operator's own key is stored, which a person may have chosen.</param>
public readonly record struct KeyHashes(string Plain, string Keyed);
