namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>The step of a guide that a failure message names.</summary>
internal static class Guide
{
    /// <summary>A step of the guide for commands, by its words in bold.</summary>
    public static string Command(string step) => $" (docs/guides/add-a-command.md, {step})";

    /// <summary>A step of the guide for edges, by its words in bold.</summary>
    public static string Edge(string step) => $" (docs/guides/add-an-edge.md, {step})";
}
