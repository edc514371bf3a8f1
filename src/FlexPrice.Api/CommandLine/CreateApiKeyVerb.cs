using System.CommandLine;
using System.CommandLine.Parsing;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.CommandLine;

/// <summary><c>api-keys create</c>: makes a key and prints it, this once and alone, on the output stream.</summary>
internal static class CreateApiKeyVerb
{
    public static Command Create(Func<ParseResult, HostRequest, WebApplication> build)
    {
        var name = new Option<string>("--name") { Description = "What the key is called.", Required = true, HelpName = "NAME" };
        var roles = new Option<string[]>("--role") { Description = "What it may do; may be given several times.", Required = true };
        roles.AcceptOnlyFromAmong([.. Role.All]);
        var type = new Option<string?>("--type") { Description = $"Its look: sk_… or pk_…. Default {WireName.Of(ApiKeyType.PrivateKey)}." };
        type.AcceptOnlyFromAmong([.. WireName.All<ApiKeyType>()]);
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "When it expires, for example 2027-01-31T00:00:00Z. Default never.", HelpName = "TIME", CustomParser = Time };
        var verb = new Command("create", "Make an API key of the default environment and print it.") { name, roles, type, expires };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            build(parsed, new HostRequest([])),
            new CreateApiKeyCommand(parsed.GetRequiredValue(name), parsed.GetValue(type), parsed.GetValue(expires), parsed.GetRequiredValue(roles)),
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(WebApplication app, CreateApiKeyCommand command, CancellationToken cancellationToken)
    {
        await using var disposed = app;
        await using var scope = app.Services.CreateAsyncScope();
        var attempts = scope.ServiceProvider.GetRequiredService<IDispatcher>();
        var issued = await scope.ServiceProvider.GetRequiredService<IOperatorAccess>().RunAsync(caller => attempts.ExecuteAsync(caller, command, cancellationToken), cancellationToken);
        if (issued.Error is { } refused)
        {
            return await Refusal.WriteAsync(refused);
        }

        var key = issued.Value.Key;
        await Console.Error.WriteLineAsync($"{key.Id} ({string.Join(", ", key.Roles)}); the key itself is shown this once:");
        Console.WriteLine(issued.Value.Secret);
        return ExitCode.Success;
    }

    private static DateTimeOffset? Time(ArgumentResult argument)
    {
        if (TimestampConverter.TryParse(argument.Tokens[0].Value, out var time))
        {
            return time;
        }

        argument.AddError("--expires must be an RFC 3339 time, for example 2027-01-31T00:00:00Z.");
        return null;
    }
}
