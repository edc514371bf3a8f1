using FlexPrice.Application.Access;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Has the database confirm the caller's key where it was only remembered: in every transaction anew, together with what the transaction reads first.</summary>
internal sealed class KeyConfirmation(CallersKey key, ApiKeyQueries questions, RememberedKeys memory)
{
    private SqlRows<AuthenticatedKey?>? _asked;
    private bool _isGiven;

    /// <summary>What is to be asked; nothing when the key was looked up.</summary>
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
    /// <exception cref="KeyOutdatedException">Nobody has asked.</exception>
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
