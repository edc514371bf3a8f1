namespace FlexPrice.Testing.Databases;

/// <summary>Which rows of a table came, went and changed, by primary key.</summary>
internal sealed record TableDifference(IReadOnlyList<string> Added, IReadOnlyList<string> Deleted, IReadOnlyList<string> Updated)
{
    public static TableDifference None { get; } = new([], [], []);

    public bool IsNone => Added.Count + Deleted.Count + Updated.Count == 0;

    public override string ToString() => $"+{Added.Count} -{Deleted.Count} ~{Updated.Count} [{string.Join(", ", Added.Concat(Deleted).Concat(Updated).Take(5))}]";
}
