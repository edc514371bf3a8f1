using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Abstractions;

internal static class UnitOfWorkExtensions
{
    /// <summary>Does a step of a reaction in one transaction. A refusal is an exception here: nobody waits for the answer, and the reaction must be tried again.</summary>
    public static async Task<T> CompleteAsync<T>(this IUnitOfWork unitOfWork, Func<CancellationToken, Task<Result<T>>> step, CancellationToken cancellationToken)
    {
        var result = await unitOfWork.ExecuteAsync(step, cancellationToken);
        return result.Error is { } error
            ? throw new InvalidOperationException($"The step could not be recorded: {error.Code}.")
            : result.Value;
    }
}
