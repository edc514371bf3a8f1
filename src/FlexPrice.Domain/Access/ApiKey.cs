using FlexPrice.Domain.Access.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>A key with which a program calls the API. Only its hash is stored; the key itself is shown once, when it is made.</summary>
public sealed class ApiKey : AggregateRoot
{
    private ApiKey()
    {
    }

    private ApiKey(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The id of the key, not the key.</summary>
    public ApiKeyId Id { get; private set; }

    /// <summary>What its owner calls it, at most 255 characters.</summary>
    [NotPersonal("A label that the tenant's staff gives to a program.")]
    public string Name { get; private set; } = "";

    /// <summary>The look of the key.</summary>
    public ApiKeyType Type { get; private set; }

    /// <summary>
    /// A hash of the key, base64url. A key that was issued has 128 random bits, so its plain SHA-256 cannot be searched; the operator may choose a key that can be guessed,
    /// so that one is hashed under a key outside of the database.
    /// </summary>
    [NotPersonal("The hash of a random or an operator's key.")]
    public string KeyHash { get; private set; } = "";

    /// <summary>The first five and last two characters, for recognition; of a key that the operator chose a piece of the keyed hash.</summary>
    [NotPersonal("A piece of a random key, or of the hash of the operator's.")]
    public string DisplayId { get; private set; } = "";

    /// <summary>The key's roles, from <see cref="Role.All"/>.</summary>
    [NotPersonal("Names of roles.")]
    public IReadOnlyList<string> Roles { get; private set; } = [];

    /// <summary>Whether it authenticates.</summary>
    public ApiKeyStatus Status { get; private set; }

    /// <summary>From when on it no longer authenticates, UTC; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>Whether the key was set by the operator in the configuration (<c>Bootstrap__ApiKey</c>).</summary>
    public bool IsBootstrap { get; private set; }

    /// <summary>Whether the system ended it because the operator's setting changed. A key that a caller revoked is not superseded, regardless of later settings.</summary>
    public bool IsSuperseded => IsBootstrap && Status == ApiKeyStatus.Deleted && UpdatedBy.Length == 0;

    /// <summary>Issues a key.</summary>
    /// <param name="scope">The environment that the key opens.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="type">Its look.</param>
    /// <param name="secret">The hash and the recognisable piece of the key.</param>
    /// <param name="roles">Roles from <see cref="Role.All"/>.</param>
    /// <param name="expiresAt">When it expires, null for never.</param>
    /// <param name="change">Time and actor.</param>
    public static ApiKey Issue(
        EnvironmentScope scope,
        ApiKeyId id,
        string name,
        ApiKeyType type,
        ApiKeyFingerprint secret,
        IReadOnlyList<string> roles,
        DateTimeOffset? expiresAt,
        Change change)
    {
        var key = new ApiKey(scope, change)
        {
            Id = id,
            Name = name,
            Type = type,
            KeyHash = secret.Hash,
            DisplayId = secret.DisplayId,
            Roles = roles,
            ExpiresAt = expiresAt,
        };
        key.Raise(new ApiKeyIssued(id, change.At));
        return key;
    }

    /// <summary>Issues the operator's key, a super_admin that never expires.</summary>
    /// <param name="scope">The environment that the key opens.</param>
    /// <param name="id">Its id.</param>
    /// <param name="secret">The hash and the recognisable piece of the key.</param>
    /// <param name="at">When.</param>
    public static ApiKey IssueBootstrap(EnvironmentScope scope, ApiKeyId id, ApiKeyFingerprint secret, DateTimeOffset at)
    {
        var key = Issue(scope, id, "bootstrap", ApiKeyType.PrivateKey, secret, [Role.SuperAdmin], null, new Change(at, ""));
        key.IsBootstrap = true;
        return key;
    }

    /// <summary>Whether the key authenticates now.</summary>
    /// <param name="now">The time, UTC.</param>
    public bool IsUsable(DateTimeOffset now) => IsUsable(Status, ExpiresAt, now);

    /// <summary>Whether a key authenticates now.</summary>
    /// <param name="status">Whether it was revoked.</param>
    /// <param name="expiresAt">From when on it no longer authenticates, null for never.</param>
    /// <param name="now">The time, UTC.</param>
    public static bool IsUsable(ApiKeyStatus status, DateTimeOffset? expiresAt, DateTimeOffset now) => status == ApiKeyStatus.Published && (expiresAt is null || expiresAt > now);

    /// <summary>Ends the key for good. Does nothing to one that has ended.</summary>
    /// <param name="change">Time and actor.</param>
    public void Revoke(Change change)
    {
        if (Status == ApiKeyStatus.Deleted)
        {
            return;
        }

        Status = ApiKeyStatus.Deleted;
        Touch(change);
        Raise(new ApiKeyRevoked(Id, change.At));
    }

    /// <summary>Stores another hash of the same key: earlier versions stored the operator's key under a plain one. It is no change of the key.</summary>
    /// <param name="hash">The hash.</param>
    public void StoreUnder(string hash)
    {
        if (!IsBootstrap)
        {
            throw new InvalidOperationException("Only the operator's keys are known in clear.");
        }

        KeyHash = hash;
    }

    /// <summary>Brings a superseded key back. Does nothing to one that works; refuses one that was revoked.</summary>
    /// <param name="change">Time and actor.</param>
    public void Reinstate(Change change)
    {
        if (Status == ApiKeyStatus.Published)
        {
            return;
        }

        if (!IsSuperseded)
        {
            throw new InvalidOperationException("A key that was revoked never comes back.");
        }

        Status = ApiKeyStatus.Published;
        Touch(change);
        Raise(new ApiKeyReinstated(Id, change.At));
    }
}
