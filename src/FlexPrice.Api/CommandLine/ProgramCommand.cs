using System.CommandLine;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Api.CommandLine;

/// <summary>The command line of the program: its verbs and what each is given.</summary>
internal sealed class ProgramCommand
{
    private const string Settings = "Settings are environment variables (Bootstrap__ApiKey) or arguments (--Bootstrap:ApiKey=…); README.md lists them.";

    private readonly CommonOptions _options = new();
    private readonly RootCommand _root = new($"FlexPrice: the customer end-of-life backend for usage-based billing. Without a verb it serves. {Settings}");
    private readonly SettingArguments _arguments;
    private readonly Func<HostRequest, WebApplication> _build;

    /// <param name="arguments">Of the program.</param>
    /// <param name="settings">The names of our settings, with colons.</param>
    /// <param name="build">Puts the program together.</param>
    public ProgramCommand(IReadOnlyList<string> arguments, IReadOnlyList<string> settings, Func<HostRequest, WebApplication> build)
    {
        _build = build;
        _arguments = SettingArguments.Of(arguments, settings);
        _options.AddTo(_root);
        var serve = new Command("serve", "Serve the API (default).");
        foreach (var serving in new[] { _root, serve })
        {
            serving.SetAction((parsed, cancellationToken) => ServeVerb.RunAsync(Build(parsed, new HostRequest([]) { Serves = true }), cancellationToken));
        }

        _root.Add(serve);
        _root.Add(MigrateVerb.Create(Build));
        _root.Add(new Command("api-keys", "Make and end API keys, whether or not a server runs.") { CreateApiKeyVerb.Create(Build), RevokeApiKeyVerb.Create(Build) });
    }

    /// <summary>Whether an unexpected failure is to be shown with its stack trace.</summary>
    public bool Traces { get; private set; }

    /// <summary>Runs the verb that the arguments name.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var parsed = _root.Parse(_arguments.Others, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
            {
                await Console.Error.WriteLineAsync(error);
            }

            await Console.Error.WriteLineAsync("Nothing was started. --help lists the verbs and their options.");
            return ExitCode.InvalidUsage;
        }

        Traces = parsed.GetValue(_options.Trace);

        // The host handles signals itself; failures are reported to the caller in our words.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
    }

    private WebApplication Build(ParseResult parsed, HostRequest request) => _build(request with { Arguments = [.. _options.Given(parsed), .. _arguments.Settings] });
}
