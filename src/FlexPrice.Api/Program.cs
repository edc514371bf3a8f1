using FlexPrice.Api;
using FlexPrice.Application;
using FlexPrice.Infrastructure;
using FlexPrice.Infrastructure.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
try
{
    builder.Services
        .AddApplication()
        .AddInfrastructure(builder.Configuration, builder.Environment)
        .AddApi();
}
catch (ConfigurationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

var app = builder.Build();
app.UseApi();
app.MapApi();
app.MapOpenPages();

await app.StartUpAsync();
await app.RunAsync();
return 0;
