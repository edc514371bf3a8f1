using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers.DeleteCustomer;

/// <summary>Begins the record of a deletion.</summary>
internal sealed class DeletionRecords(IRepository<Deletion> deletions, IIdGenerator ids, ICaller caller)
{
    /// <summary>Begins one record per customer of the plan; a child's names its parent's.</summary>
    /// <returns>The records' ids by customer.</returns>
    public async Task<IReadOnlyDictionary<CustomerId, DeletionId>> BeginAsync(CascadePlan plan, Change change, CancellationToken cancellationToken)
    {
        var deletionIds = plan.Customers.ToDictionary(member => member.Id, _ => ids.New<DeletionId>());
        foreach (var member in plan.Customers)
        {
            var decisions = plan.Decisions.Where(decision => decision.CustomerId == member.Id).ToList();
            DeletionId? parent = member == plan.Root ? null : deletionIds[member.ParentId!.Value];
            await deletions.AddAsync(
                Deletion.Begin(
                    caller.Scope,
                    deletionIds[member.Id],
                    member.Id,
                    parent,
                    plan.Digest,
                    [.. decisions.Select(decision => decision.ToOutcome())],
                    decisions.Any(decision => decision.HasWorkAfterCommit),
                    change,
                    parent is null ? plan.LineageId : null),
                cancellationToken);
        }

        return deletionIds;
    }
}
