using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>Allows one server per database file: two would not share the queue of writers, and would scrub the file concurrently. The operating system releases the claim when the process ends in any way.</summary>
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
