using System.Text.Json;

namespace FlexPrice.EndToEnd.Tests.Sdk;

/// <summary>What the script's steps printed.</summary>
internal sealed class SdkRun(IReadOnlyDictionary<string, JsonElement> steps, string output)
{
    public static async Task<SdkRun> RunAsync(Server server)
    {
        var folder = Directory.CreateTempSubdirectory("flexprice-sdk-");
        try
        {
            foreach (var file in new[] { "package.json", "customers.mjs" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "Sdk", file), Path.Combine(folder.FullName, file));
            }

            var (installed, installation) = await Tools.BashAsync("npm install --no-audit --no-fund --no-package-lock --ignore-scripts", folder.FullName);
            installed.ShouldBe(0, $"npm install of @flexprice/sdk 2.0.1 failed:\n{installation}");
            var (_, output) = await Tools.BashAsync($"node customers.mjs {server.Url}v1 {Installation.ApiKey}", folder.FullName);
            return new SdkRun(Parse(output), output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the SDK returned; fails when it threw.</summary>
    public JsonElement Result(string step) => Step(step).TryGetProperty("result", out var result)
        ? result
        : throw new InvalidOperationException($"The SDK threw in step '{step}': {Step(step)}\n{output}");

    /// <summary>Checks that the SDK threw, what, with which status.</summary>
    /// <returns>The error's message.</returns>
    public string Error(string step, string expectedClass, int expectedStatus)
    {
        if (!Step(step).TryGetProperty("error", out var error))
        {
            throw new InvalidOperationException($"The SDK should have thrown in step '{step}', but: {Step(step)}");
        }

        $"{error.GetProperty("class").GetString()} {error.GetProperty("statusCode")}".ShouldBe($"{expectedClass} {expectedStatus}", $"step '{step}': {error}");
        return error.GetProperty("message").GetString()!;
    }

    private static Dictionary<string, JsonElement> Parse(string output)
    {
        var steps = new Dictionary<string, JsonElement>();
        foreach (var line in output.Split('\n').Where(line => line.StartsWith('{')))
        {
            var step = JsonElement.Parse(line);
            steps.Add(step.GetProperty("step").GetString()!, step);
        }

        return steps;
    }

    private JsonElement Step(string name) => steps.TryGetValue(name, out var step)
        ? step
        : throw new InvalidOperationException($"The script never came to step '{name}'. It wrote:\n{output}");
}
