namespace FlexPrice.Domain.Cascade;

/// <summary>What happens to rows.</summary>
public enum RowEffectKind
{
    /// <summary>Removed in the deletion's transaction.</summary>
    Deleted,

    /// <summary>Changed in the deletion's transaction: a reference was cleared or moved, or personal content was cleared.</summary>
    Updated,

    /// <summary>Removed in batches after the commit.</summary>
    DeletedAfterwards,

    /// <summary>Not changed: its personal content became unreadable because the key was destroyed.</summary>
    Pseudonymised,

    /// <summary>Added in the deletion's transaction, as evidence or for retention.</summary>
    Added,
}
