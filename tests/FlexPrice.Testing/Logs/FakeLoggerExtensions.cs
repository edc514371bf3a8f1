using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace FlexPrice.Testing.Logs;

/// <summary>Reads what was logged.</summary>
internal static class FakeLoggerExtensions
{
    extension(FakeLogger logger)
    {
        /// <summary>Level and text of each entry.</summary>
        public IReadOnlyList<string> Lines => [.. logger.Collector.GetSnapshot().Select(entry => $"{entry.Level} {entry.Message}")];
    }

    extension(FakeLoggerProvider provider)
    {
        /// <summary>Everything, exceptions included.</summary>
        public string Text => string.Join('\n', provider.Collector.GetSnapshot().Select(entry => $"{entry.Level} {entry.Message} {entry.Exception}"));

        /// <summary>Records instead of writing.</summary>
        public void Replace(IServiceCollection services) => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(provider);
    }
}
