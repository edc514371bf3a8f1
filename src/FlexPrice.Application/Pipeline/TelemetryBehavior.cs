using System.Diagnostics;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Primitives;
using MediatR;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Application.Pipeline;

/// <summary>One span, one measurement and one log line for each try of a request: its name, its outcome, its duration. Never its content.</summary>
internal sealed partial class TelemetryBehavior<TRequest, TResponse>(ILogger<TelemetryBehavior<TRequest, TResponse>> logger, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private const string Failed = "exception";
    private const string Cancelled = "cancelled";

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var name = typeof(TRequest).Name;
        using var activity = FlexPriceTelemetry.Activities.StartActivity(name);
        var started = clock.GetTimestamp();
        var outcome = Failed;
        try
        {
            var response = await next();
            outcome = response.Error?.Code ?? "success";
            return response;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The caller has left, or the request timed out. That is no defect, whatever error the database reports.
            outcome = Cancelled;
            throw;
        }
        finally
        {
            var elapsed = clock.GetElapsedTime(started);
            activity?.SetTag("flexprice.outcome", outcome);
            activity?.SetStatus(outcome == Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
            FlexPriceTelemetry.RequestDuration.Record(elapsed.TotalSeconds, new("request", name), new("outcome", outcome));
            LogHandled(logger, name, outcome, elapsed.TotalMilliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Request} ended with {Outcome} after {Milliseconds} ms")]
    private static partial void LogHandled(ILogger logger, string request, string outcome, double milliseconds);
}
