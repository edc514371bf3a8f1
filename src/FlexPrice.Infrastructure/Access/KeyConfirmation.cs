using FlexPrice.Application.Access;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Confirms the caller's cached key in the database: in every transaction, in the batch of its first reads.</summary>
internal sealed class KeyConfirmation(CallersKey key, ApiKeyQueries questions, RememberedKeys memory)
{
    private SqlRows<AuthenticatedKey?>? _asked;
    private bool _isGiven;

    /// <summary>The queries to run; none when the key was looked up.</summary>
    public IReadOnlyList<SqlQuery> Queries() => key.Remembered is { } remembered ? [_asked = questions.Find(remembered.Hashes)] : [];

    /// <summary>Compares the answer, which has come, with what was remembered.</summary>
    /// <exception cref="KeyOutdatedException">They differ.</exception>
    public void Compare()
    {
        if (key.Remembered is not { } remembered || _asked is null)
        {
            return;
        }

        if (ApiKeyQueries.Result(_asked) is not { } now || !now.GrantsSameAccess(remembered.Key))
        {
            throw Denial(remembered);
        }

        _isGiven = true;
        remembered.Confirm();
    }

    /// <summary>Lets only a transaction go on to its commit that has confirmed the key, or has none to confirm.</summary>
    /// <exception cref="KeyOutdatedException">The key was not confirmed.</exception>
    public void Require()
    {
        if (!_isGiven && key.Remembered is { } remembered)
        {
            throw Denial(remembered);
        }
    }

    private KeyOutdatedException Denial(RememberedKey remembered)
    {
        remembered.Deny();
        memory.Remember(remembered.Hashes.Plain, key: null);
        return new KeyOutdatedException();
    }
}
