namespace FlexPrice.Domain.Primitives;

/// <summary>An id that cannot be mistaken for another aggregate's: a prefix, an underscore and a ULID of 26 upper-case Crockford characters (FlexPrice's form).</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The prefix without the underscore, for example <c>cust</c>.</summary>
    static abstract string Prefix { get; }

    /// <summary>The whole id, prefix included.</summary>
    string Value { get; }

    /// <summary>Wraps text that is known to be an id of this kind. Use <see cref="TypedId.TryParse{TId}"/> for what a caller sent.</summary>
    /// <param name="value">The whole id.</param>
    static abstract TSelf From(string value);
}
