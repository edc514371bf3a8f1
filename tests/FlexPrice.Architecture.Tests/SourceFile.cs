namespace FlexPrice.Architecture.Tests;

/// <summary>A source file.</summary>
/// <param name="Path">Below <c>src</c>, with slashes: <c>FlexPrice.Domain/Customers/Customer.cs</c>.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Layer => Path.Split('/')[0]["FlexPrice.".Length..];

    /// <summary>The folder right below the project; null for files of the project's own folder.</summary>
    public string? Feature => Path.Split('/') is { Length: > 2 } parts ? parts[1] : null;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
