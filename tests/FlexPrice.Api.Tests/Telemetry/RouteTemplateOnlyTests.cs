using System.Diagnostics;
using FlexPrice.Api.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace FlexPrice.Api.Tests.Telemetry;

public sealed class RouteTemplateOnlyTests
{
    [Fact]
    public void Span_WhenItEndsBeforeTheRequestAroundIt_HasNothingOfTheCallersTraceState()
    {
        using var source = new ActivitySource(nameof(RouteTemplateOnlyTests));
        using var provider = Sdk.CreateTracerProviderBuilder().AddSource(source.Name).AddProcessor(new RouteTemplateOnly()).Build();
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, "caller=ada@example.com");
        caller.TraceState.ShouldBe("caller=ada@example.com");

        using var request = source.StartActivity("request", ActivityKind.Server, caller).ShouldNotBeNull();
        var inner = source.StartActivity("inner").ShouldNotBeNull();
        inner.Stop();

        inner.ParentSpanId.ShouldBe(request.SpanId);
        inner.TraceStateString.ShouldBeNullOrEmpty();
        request.TraceStateString.ShouldBeNullOrEmpty();
    }
}
