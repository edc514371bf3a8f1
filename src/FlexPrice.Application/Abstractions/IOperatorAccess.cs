namespace FlexPrice.Application.Abstractions;

/// <summary>Lets who runs the program at a command line work on its database, beside servers that may run on it.</summary>
public interface IOperatorAccess
{
    /// <summary>Checks that the database has the schema of this version and belongs to the keys at hand, changes neither, and then does the work. What goes wrong with the database is said in the operator's terms.</summary>
    /// <param name="work">What to do, on behalf of the operator: a super_admin of the default environment, without a key.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    Task<T> RunAsync<T>(Func<ICaller, Task<T>> work, CancellationToken cancellationToken);
}
