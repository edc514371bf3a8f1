using System.CommandLine;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Domain.Access;

namespace FlexPrice.Api.CommandLine;

/// <summary><c>api-keys revoke</c>: ends a key, and on request those that it has issued.</summary>
internal static class RevokeApiKeyVerb
{
    public static Command Create(Func<ParseResult, HostRequest, WebApplication> build)
    {
        var id = new Argument<string?>("ID") { Description = "The id of the key (secret_…).", Arity = ArgumentArity.ZeroOrOne };
        var prefix = new Option<string?>("--prefix") { Description = "Instead of the id: how the id, or the key as lists show it, begins.", HelpName = "TEXT" };
        var descendants = new Option<bool>("--descendants") { Description = "End the keys that it issued, and those that they issued, too." };
        var verb = new Command("revoke", "End an API key for good.") { id, prefix, descendants };
        verb.Validators.Add(parsed =>
        {
            if ((parsed.GetValue(id) is null) == string.IsNullOrEmpty(parsed.GetValue(prefix)))
            {
                parsed.AddError("Name the key to revoke: its ID, or --prefix TEXT.");
            }
        });
        verb.SetAction((parsed, cancellationToken) => RunAsync(build(parsed, new HostRequest([])), parsed.GetValue(id), parsed.GetValue(prefix), parsed.GetValue(descendants), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(WebApplication app, string? id, string? prefix, bool withDescendants, CancellationToken cancellationToken)
    {
        await using var disposed = app;
        await using var scope = app.Services.CreateAsyncScope();
        var attempts = scope.ServiceProvider.GetRequiredService<IDispatcher>();
        return await scope.ServiceProvider.GetRequiredService<IOperatorAccess>().RunAsync(caller => RevokeAsync(attempts, caller, id, prefix, withDescendants, cancellationToken), cancellationToken);
    }

    private static async Task<int> RevokeAsync(IDispatcher attempts, ICaller caller, string? id, string? prefix, bool withDescendants, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            var found = await FindAsync(attempts, caller, prefix!, cancellationToken);
            if (found is not [var only])
            {
                await Console.Error.WriteLineAsync(found.Count == 0 ? "No key begins like that. Nothing was revoked." : $"{found.Count} keys begin like that. Nothing was revoked; name the id of one:");
                found.ForEach(key => Console.Error.WriteLine($"  {key.Id}  {key.DisplayId}  {key.Name} ({string.Join(", ", key.Roles)})"));
                return ExitCode.Failed;
            }

            id = only.Id.Value;
        }

        var revoked = await attempts.ExecuteAsync(caller, new RevokeApiKeyCommand(id, withDescendants), cancellationToken);
        if (revoked.Error is { } refused)
        {
            return await Refusal.WriteAsync(refused);
        }

        // Without an Idempotency-Key nothing is a repetition, so the numbers are always there.
        var count = revoked.Descendants!;
        Console.WriteLine($"Revoked {id} and {count.Revoked} keys that descend from it; {count.Living} that do still work.");
        return ExitCode.Success;
    }

    private static async Task<List<ApiKey>> FindAsync(IDispatcher attempts, ICaller caller, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<ApiKey>();
        for (var offset = 0; ; offset += Paging.MaximumLimit)
        {
            var page = (await attempts.QueryAsync(caller, new ListApiKeysQuery(Status: null, new Paging(Paging.MaximumLimit, offset)), cancellationToken)).Value;
            found.AddRange(page.Items.Where(key => key.Id.Value.StartsWith(prefix, StringComparison.Ordinal) || key.DisplayId.Split('*')[0].StartsWith(prefix, StringComparison.Ordinal)));
            if (page.Items.Count < Paging.MaximumLimit)
            {
                return found;
            }
        }
    }
}
