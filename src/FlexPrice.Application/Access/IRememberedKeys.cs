namespace FlexPrice.Application.Access;

/// <summary>What the database last said about keys, for a short time and in this process only.</summary>
public interface IRememberedKeys
{
    /// <summary>The key as it was a moment ago; null when it must be looked up.</summary>
    RememberedKey? Find(string presentedKey);
}
