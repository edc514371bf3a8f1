using System.Diagnostics;
using OpenTelemetry;

namespace FlexPrice.Api.Telemetry;

/// <summary>Removes caller-controlled values from the spans of requests: paths and queries contain external ids, and headers anything. The route template stays.</summary>
internal sealed class RouteTemplateOnly : BaseProcessor<Activity>
{
    private static readonly string[] SetByCallers = ["url.path", "url.query", "url.full", "user_agent.original", "server.address", "http.request.method_original", "error.type"];

    // A span without one shows that of the span around it, and may be exported before that one ends: empty from the start, not null at the end.
    public override void OnStart(Activity data) => data.TraceStateString = "";

    public override void OnEnd(Activity data)
    {
        if (data.Kind != ActivityKind.Server)
        {
            return;
        }

        foreach (var name in SetByCallers)
        {
            data.SetTag(name, null);
        }
    }
}
