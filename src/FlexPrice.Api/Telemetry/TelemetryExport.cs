using System.Reflection;
using FlexPrice.Application.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlexPrice.Api.Telemetry;

/// <summary>Sends traces, metrics and logs to a collector, as the standard variables say: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> turns it on.</summary>
internal static class TelemetryExport
{
    // https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Disabled = "OTEL_SDK_DISABLED";

    private static readonly string[] Meters = [FlexPriceTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Adds the exporters where a collector is configured.</summary>
    public static WebApplicationBuilder AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]) || string.Equals(builder.Configuration[Disabled], "true", StringComparison.OrdinalIgnoreCase))
        {
            return builder;
        }

        builder.Services.AddOpenTelemetry()

            // The variables come last, so that they win.
            .ConfigureResource(resource => resource.Clear().AddService("flexprice", serviceVersion: Version()).AddTelemetrySdk().AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing
                .AddSource(FlexPriceTelemetry.Name)
                .AddAspNetCoreInstrumentation()
                .AddProcessor(new RouteTemplateOnly()))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging()
            .UseOtlpExporter();
        return builder;
    }

    private static string? Version() => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
