using System.Data.Common;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Persistence;

internal static class DatabasePreparationExtensions
{
    /// <summary>Runs work on the database, and describes its failures in the operator's terms.</summary>
    /// <exception cref="ConfigurationException">The work failed.</exception>
    public static async Task<T> DescribeFailuresAsync<T>(this DatabasePreparation preparation, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        string explanation;
        try
        {
            return await work();
        }
        catch (Exception failure) when (cancellationToken.IsCancellationRequested && failure.GetBaseException() is DbException)
        {
            // SQL Server's driver calls a statement that was given up a failed one.
            throw new OperationCanceledException("The work on the database was given up.", failure, cancellationToken);
        }
        catch (Exception failure) when (preparation.DescribeFailure(failure) is { } known)
        {
            // The failure itself is not passed on: its message may contain personal data.
            explanation = known;
        }

        throw new ConfigurationException([explanation]);
    }
}
