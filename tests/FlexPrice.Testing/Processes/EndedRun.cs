namespace FlexPrice.Testing.Processes;

/// <summary>How a run of the program ended that did not become a server.</summary>
internal sealed record EndedRun(int ExitCode, IReadOnlyList<string> Lines)
{
    public string Output => string.Join('\n', Lines);

    public void ShouldBeRefusedWith(params ReadOnlySpan<string> words)
    {
        ExitCode.ShouldBe(1, Output);
        foreach (var word in words)
        {
            Output.ShouldContain(word, Case.Sensitive);
        }

        Lines.ShouldAllBe(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal) && !line.Contains("Unhandled exception", StringComparison.Ordinal), Output);
    }
}
