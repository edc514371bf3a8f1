using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Retention.DestroyDueDocuments;

/// <summary>Destroys the sealed documents, with their keys, of invoices of deleted customers whose retention has ended. Returns their number.</summary>
/// <param name="Limit">How many at most, 1 to <see cref="MaximumLimit"/>.</param>
[RequiresPermission(Permission.RetentionWrite)]
public sealed record DestroyDueDocumentsCommand(int Limit) : ICommand<Result<int>>
{
    /// <summary>The most that one transaction destroys.</summary>
    public const int MaximumLimit = 500;
}
