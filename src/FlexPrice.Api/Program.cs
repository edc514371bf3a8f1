using FlexPrice.Api;
using FlexPrice.Api.Telemetry;
using FlexPrice.Application;
using FlexPrice.Infrastructure;
using FlexPrice.Infrastructure.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.AddTelemetryExport();
if (MigrateVerb.IsIn(args))
{
    builder.Configuration["Database:MigrateOnStart"] = "true";
}

try
{
    builder.Services
        .AddApplication()
        .AddInfrastructure(builder.Configuration, builder.Environment)
        .AddApi();

    var app = builder.Build();
    app.UseApi();
    app.MapApi();
    app.MapOpenPages();

    if (MigrateVerb.IsIn(args))
    {
        return await MigrateVerb.RunAsync(app, args);
    }

    await app.StartUpAsync();
    await app.RunAsync();
    return 0;
}
catch (ConfigurationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
}
catch (Exception failure) when (ListenErrors.Of(failure) is { } error)
{
    await Console.Error.WriteLineAsync(error);
}

return 1;
