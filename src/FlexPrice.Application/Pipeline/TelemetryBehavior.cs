using System.Diagnostics;
using FlexPrice.Application.Deletions.Cascade;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using MediatR;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Application.Pipeline;

/// <summary>One span, one measurement and one log line per request: its name, its outcome, its duration. Never its content.</summary>
internal sealed partial class TelemetryBehavior<TRequest, TResponse>(ILogger<TelemetryBehavior<TRequest, TResponse>> logger, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var name = typeof(TRequest).Name;
        using var activity = FlexPriceTelemetry.Activities.StartActivity(name);
        var started = clock.GetTimestamp();
        var outcome = "exception";
        try
        {
            var response = await next();
            outcome = response.Error?.Code ?? "success";
            return response;
        }
        finally
        {
            var elapsed = clock.GetElapsedTime(started);
            activity?.SetTag("flexprice.outcome", outcome);
            activity?.SetStatus(outcome == "exception" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            FlexPriceTelemetry.RequestDuration.Record(elapsed.TotalSeconds, new("request", name), new("outcome", outcome));
            if (request is ICascadingCommand { Cascade: { } question })
            {
                FlexPriceTelemetry.Deletions.Add(1, new("intent", WireName.Of(question.Intent)), new("outcome", outcome));
            }

            LogHandled(logger, name, outcome, elapsed.TotalMilliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Request} ended with {Outcome} after {Milliseconds} ms")]
    private static partial void LogHandled(ILogger logger, string request, string outcome, double milliseconds);
}
