using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>One server on a database file: two would each queue its own writers only, and scrub the file beside each other. The operating system takes the claim back when the process ends, however it ends.</summary>
internal sealed class SqliteServerClaim(FlexPriceSettings settings) : IServerClaim, IDisposable
{
    private FileStream? _held;

    /// <exception cref="ConfigurationException">Another server has it.</exception>
    public void Acquire()
    {
        var path = settings.Database.File + ".serving";
        _held = PrivateFile.TryOpenExclusively(DatabaseSettings.ConnectionStringSetting, path)
            ?? throw new ConfigurationException(
            [
                $"{DatabaseSettings.ConnectionStringSetting} names {settings.Database.Name}, on which another process serves already: end that one first, name another file, or use PostgreSql for several processes.",
            ]);
    }

    public void Dispose() => _held?.Dispose();
}
