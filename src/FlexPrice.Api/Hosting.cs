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
        // The program's folder has the file with the defaults, regardless of the working directory.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = true,
        });
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(30);

            // If they stopped one after the other, requests would stop first, and a hanging request would leave the worker no time to release its leases.
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

            // Every byte is decoded to some character; a header with non-ASCII bytes is then refused with a proper answer.
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
            // Standard output is for the verb's result.
            builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // Every start reports an unencrypted key ring in our words, with the setting that changes it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);

        // A failed start is reported in the operator's terms, without the host's stack trace.
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
