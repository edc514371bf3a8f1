using FlexPrice.Api;
using FlexPrice.Api.CommandLine;
using FlexPrice.Api.Telemetry;
using FlexPrice.Application;
using FlexPrice.Infrastructure;
using FlexPrice.Infrastructure.Configuration;

using var signals = new StopSignals();
var program = new ProgramCommand(args, KnownSettings.Names, Build);
try
{
    return await program.RunAsync(signals.Token);
}
catch (ConfigurationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
}
catch (Exception failure) when (ListenErrors.Of(failure) is { } error)
{
    await Console.Error.WriteLineAsync(error);
}
catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("The program was told to end before it had started; nothing is half done.");
    return ExitCode.Interrupted;
}
catch (Exception failure) when (failure is not HostAbortedException)
{
    await Console.Error.WriteLineAsync(UnexpectedFailure.Describe(failure, program.Traces));
}

return ExitCode.Failed;

static WebApplication Build(HostRequest request)
{
    var builder = WebApplication.CreateBuilder(request.Arguments);
    builder.AddHosting(request);
    builder.AddTelemetryExport();
    if (request.Migrates)
    {
        builder.Configuration["Database:MigrateOnStart"] = "true";
    }

    builder.Services
        .AddApplication()
        .AddInfrastructure(builder.Configuration, builder.Environment)
        .AddApi();
    return builder.Build();
}
