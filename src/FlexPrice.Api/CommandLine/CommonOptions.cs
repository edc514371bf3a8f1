using System.CommandLine;

namespace FlexPrice.Api.CommandLine;

/// <summary>Options that every verb has.</summary>
internal sealed class CommonOptions
{
    /// <summary>Where the server listens.</summary>
    public Option<string?> Urls { get; } = new("--urls") { Description = "Where the server listens, as ASPNETCORE_URLS says otherwise.", HelpName = "URLS", Recursive = true };

    /// <summary>Which environment of ASP.NET.</summary>
    public Option<string?> Environment { get; } = new("--environment") { Description = "Production or Development, as ASPNETCORE_ENVIRONMENT says otherwise.", HelpName = "NAME", Recursive = true };

    /// <summary>Whether an unexpected failure is shown with its stack trace.</summary>
    public Option<bool> Trace { get; } = new("--trace") { Description = "Show the stack trace of an unexpected failure.", Recursive = true };

    /// <summary>Adds them to the program.</summary>
    public void AddTo(Command root)
    {
        root.Add(Urls);
        root.Add(Environment);
        root.Add(Trace);
    }

    /// <summary>What ASP.NET is given of them.</summary>
    public IEnumerable<string> Given(ParseResult parsed)
    {
        if (parsed.GetValue(Urls) is { } urls)
        {
            yield return $"--urls={urls}";
        }

        if (parsed.GetValue(Environment) is { } environment)
        {
            yield return $"--environment={environment}";
        }
    }
}
