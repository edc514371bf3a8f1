namespace FlexPrice.Infrastructure.Access;

/// <summary>The transaction acts on a key that is not, or not known to be, what was remembered of it.</summary>
internal sealed class KeyOutdatedException() : Exception("The key is not what was remembered of it.");
