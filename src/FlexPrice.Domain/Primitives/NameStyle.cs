namespace FlexPrice.Domain.Primitives;

/// <summary>How a member of an enum is written as text.</summary>
public enum NameStyle
{
    /// <summary><c>half_yearly</c>.</summary>
    Snake,

    /// <summary><c>HALF_YEARLY</c>.</summary>
    UpperSnake,

    /// <summary><c>HalfYearly</c>.</summary>
    Pascal,
}
