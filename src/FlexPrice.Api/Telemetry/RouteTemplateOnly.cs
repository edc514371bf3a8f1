using System.Diagnostics;
using OpenTelemetry;

namespace FlexPrice.Api.Telemetry;

/// <summary>Takes out of the spans of requests whatever callers write: paths and queries hold external ids, and headers hold anything. What is left is the route template.</summary>
internal sealed class RouteTemplateOnly : BaseProcessor<Activity>
{
    private static readonly string[] WrittenByCallers = ["url.path", "url.query", "url.full", "user_agent.original", "server.address", "http.request.method_original", "error.type"];

    public override void OnEnd(Activity data)
    {
        // Inherited by every span of the request.
        data.TraceStateString = null;
        if (data.Kind != ActivityKind.Server)
        {
            return;
        }

        foreach (var name in WrittenByCallers)
        {
            data.SetTag(name, null);
        }
    }
}
