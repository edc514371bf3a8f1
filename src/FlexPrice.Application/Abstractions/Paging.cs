namespace FlexPrice.Application.Abstractions;

/// <summary>Which page of a list is wanted.</summary>
/// <param name="Limit">How many items, 1 to <see cref="MaximumLimit"/>; 0 means <see cref="DefaultLimit"/>.</param>
/// <param name="Offset">How many items are left out at the beginning, 0 or more.</param>
public sealed record Paging(int Limit, int Offset)
{
    /// <summary>FlexPrice's default.</summary>
    public const int DefaultLimit = 50;

    /// <summary>FlexPrice's greatest page.</summary>
    public const int MaximumLimit = 1000;

    /// <summary>The effective limit.</summary>
    public int EffectiveLimit => Limit == 0 ? DefaultLimit : Limit;
}
