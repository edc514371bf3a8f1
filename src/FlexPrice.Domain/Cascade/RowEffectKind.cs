namespace FlexPrice.Domain.Cascade;

/// <summary>What happens to rows.</summary>
public enum RowEffectKind
{
    /// <summary>Removed in the deletion's transaction.</summary>
    Deleted,

    /// <summary>Changed in the deletion's transaction: a reference was cut or moved, what it says about a person was cleared.</summary>
    Updated,

    /// <summary>Removed in batches after the commit.</summary>
    DeletedAfterwards,

    /// <summary>Not touched: what it says about the person became unreadable because its key was destroyed.</summary>
    Pseudonymised,

    /// <summary>Made in the deletion's transaction, so that something can be kept.</summary>
    Added,
}
