namespace FlexPrice.Application.Access;

/// <summary>A short-lived cache of keys, in this process only.</summary>
public interface IRememberedKeys
{
    /// <summary>The key as it was a moment ago; null when it must be looked up.</summary>
    RememberedKey? Find(string presentedKey);
}
