using System.Text;
using FlexPrice.Api.CommandLine;
using FlexPrice.Api.Errors;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;

namespace FlexPrice.Api;

/// <summary>How the program listens and writes its log.</summary>
internal static class Hosting
{
    private const string DefaultUrl = "http://localhost:8080";
    private const int Kibibyte = 1024;
    private const int LongestRequestLine = 32 * Kibibyte;
    private const int LargestHeaders = 128 * Kibibyte;
    private const long LargestBody = 128L * Kibibyte * Kibibyte;

    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);
    private static readonly string[] DatabaseLogs = ["Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.Query", "Microsoft.EntityFrameworkCore.Update"];
    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    /// <summary>Configures the server.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, HostRequest request)
    {
        // The file beside the program holds the defaults, wherever the program is started from.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = true,
        });
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(30);

            // One after the other, requests would come first, and one that does not end would leave the worker no time to give back what it has claimed.
            options.ServicesStopConcurrently = true;
        });
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.ConfigureEndpointDefaults(listen => listen.AnswerServerRejections());
            options.Limits.MaxRequestLineSize = LongestRequestLine;
            options.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            options.Limits.RequestHeadersTimeout = HeadersTimeout;

            // BodyReader has the limits that callers meet. This one is larger, so that the server reads on for a while and the caller gets to read its 413.
            options.Limits.MaxRequestBodySize = LargestBody;

            // Every byte is some character: a header that is no ASCII is refused by who reads it, with a proper answer.
            options.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        if (AddressSettings.All(setting => string.IsNullOrEmpty(builder.Configuration[setting])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.AddLogging(request);
        return builder;
    }

    // No scopes: ASP.NET's have the request's path in them.
    private static void AddLogging(this WebApplicationBuilder builder, HostRequest request)
    {
        builder.Logging.ClearProviders();
        if (!request.Serves)
        {
            // The output stream is for what the verb was asked for.
            builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // That the key ring is not encrypted is told at every start in our words, with the setting that changes it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        // A start that fails is told in the operator's terms, without the stack trace of the host.
        var progress = new StartProgress();
        builder.Services.AddSingleton(progress);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => progress.IsOver && level >= LogLevel.Information);
        foreach (var category in DatabaseLogs.Where(category => builder.Configuration[$"Logging:LogLevel:{category}"] is null))
        {
            builder.Logging.AddFilter(category, level => progress.IsOver && level >= LogLevel.Warning);
        }

        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(options =>
            {
                options.IncludeScopes = false;
                options.SingleLine = true;
                options.TimestampFormat = "HH:mm:ss ";
            });
        }
        else
        {
            builder.Logging.AddJsonConsole(options =>
            {
                options.IncludeScopes = false;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        }
    }
}
