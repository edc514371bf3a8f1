namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>A source of one folder names a type of another.</summary>
internal sealed record FolderUse(string From, string To, string Path, Type Type);
