namespace FlexPrice.Application.Abstractions;

/// <summary>Runs work of the operator's command line on the database, concurrently with servers.</summary>
public interface IOperatorAccess
{
    /// <summary>Checks that the database has the schema of this version and belongs to the available keys, without changing either, and then runs the work. Failures of the database are described in the operator's terms.</summary>
    /// <param name="work">What to do, on behalf of the operator: a super_admin of the default environment, without a key.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    Task<T> RunAsync<T>(Func<ICaller, Task<T>> work, CancellationToken cancellationToken);
}
