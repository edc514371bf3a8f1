using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlexPrice.Api;

/// <summary>The readiness page: one word, and one line for everything that needs a person.</summary>
internal static class Readiness
{
    /// <summary>How it is written.</summary>
    public static HealthCheckOptions Options { get; } = new() { ResponseWriter = WriteAsync };

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";

        // What a check throws may tell of servers and users.
        var reasons = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy && entry.Exception is null && !string.IsNullOrEmpty(entry.Description)).Select(entry => entry.Description);
        return context.Response.WriteAsync(string.Join('\n', reasons.Prepend(report.Status.ToString())));
    }
}
