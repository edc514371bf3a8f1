namespace FlexPrice.Application.Access;

/// <summary>The key that a developer's server makes up for itself, to be shown on the console.</summary>
public interface IDevelopmentKey
{
    /// <summary>The key; null when the operator configured one or the server is not a developer's.</summary>
    string? Value { get; }

    /// <summary>Makes another one up, because the present one was revoked.</summary>
    void Replace();
}
