using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Infrastructure.Transactions;

/// <summary>Proves that a transaction was committed which proves it by nothing else. Kept for <see cref="ForgetCommitMarksJob.Kept"/>.</summary>
internal sealed class CommitMark : IEnvironmentScoped
{
    public TenantId TenantId { get; init; }

    public EnvironmentId EnvironmentId { get; init; }

    [NotPersonal("An id of ours.")]
    public string Id { get; init; } = "";

    public DateTimeOffset CommittedAt { get; init; }
}
