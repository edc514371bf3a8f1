using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Limits how many cascades a caller starts.</summary>
public interface ICascadeLimit
{
    /// <summary>Under which allowance the caller's cascade runs. The cascade must respect it before it locks or reads anything else.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The allowance; null when the intent is not limited.</returns>
    Task<DeletionAllowance?> AllowanceAsync(CascadeIntent intent, CancellationToken cancellationToken);

    /// <summary>Why the caller may not execute the plan now, or null.</summary>
    /// <param name="allowance">The allowance under which the plan was made.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<Error?> CheckAsync(DeletionAllowance allowance, CascadePlan plan, CancellationToken cancellationToken);
}
