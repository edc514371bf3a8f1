namespace FlexPrice.Application.Abstractions;

/// <summary>Brings the database and the operator's key into the state that serving needs.</summary>
public interface IStartup
{
    /// <summary>Runs before the server listens. Can run any number of times.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
