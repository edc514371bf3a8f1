namespace FlexPrice.Application.Abstractions;

/// <summary>The schema of the database.</summary>
public interface ISchema
{
    /// <summary>Brings the schema up to date, and makes the database where there is none. One process at a time.</summary>
    /// <returns>The names of the migrations that were applied, in order.</returns>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Tells what migrating would do, and makes or changes no database.</summary>
    /// <returns>The statements, or an empty text when the schema is up to date.</returns>
    Task<string> ScriptAsync(CancellationToken cancellationToken);
}
