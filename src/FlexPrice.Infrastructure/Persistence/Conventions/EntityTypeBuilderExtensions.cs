using System.Linq.Expressions;
using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class EntityTypeBuilderExtensions
{
    /// <summary>Tenant and environment lead the key, so that the schema can be sharded by tenant.</summary>
    public static void HasScopedKey<T, TId>(this EntityTypeBuilder<T> entity, Expression<Func<T, TId>> id)
        where T : class, IEnvironmentScoped
    {
        var name = ((MemberExpression)id.Body).Member.Name;
        entity.HasKey(nameof(IEnvironmentScoped.TenantId), nameof(IEnvironmentScoped.EnvironmentId), name);
        entity.Property(id).ValueGeneratedNever();
    }

    /// <summary>What all aggregates have: stamps and the counter that two writers conflict on.</summary>
    public static void HasStamps<T>(this EntityTypeBuilder<T> entity)
        where T : AggregateRoot
    {
        entity.Property(aggregate => aggregate.Version).IsConcurrencyToken();
        entity.Property(aggregate => aggregate.CreatedBy).HasMaxLength(TypedId.MaximumLength);
        entity.Property(aggregate => aggregate.UpdatedBy).HasMaxLength(TypedId.MaximumLength);
    }
}
