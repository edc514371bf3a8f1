namespace FlexPrice.Domain.Primitives;

/// <summary>Writes names of code as <c>snake_case</c>.</summary>
public static class SnakeCase
{
    /// <summary>The name in lower case, with an underscore before each word but the first.</summary>
    /// <param name="name">A name in Pascal case without abbreviations.</param>
    public static string Of(string name) => string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToLowerInvariant();
}
