using System.Runtime.CompilerServices;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Tests.Transactions;

/// <summary>The product's own exceptions map to the same errors on every database.</summary>
public sealed class OwnFailureTests
{
    private static readonly Dictionary<Type, ErrorKind> Meant = new()
    {
        [typeof(DbUpdateConcurrencyException)] = ErrorKind.VersionConflict,
        [typeof(HierarchyChangedException)] = ErrorKind.VersionConflict,
        [typeof(ExternalIdReassignedException)] = ErrorKind.VersionConflict,
        [typeof(DeletionsNearLimitException)] = ErrorKind.ServiceUnavailable,
    };

    public static TheoryData<Type> Dialects => [.. typeof(IDatabaseDialect).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IDatabaseDialect)))];

    [Fact]
    public void Dialect_WhenThereIsOnePerDatabase_IsLookedAt() => Dialects.Cast<object[]>().Count().ShouldBe(3);

    // It would be reported as a concurrent change, although the product has miscounted.
    [Theory]
    [MemberData(nameof(Dialects))]
    public void Mismatch_WhenACascadeChangesOtherRowsThanItDecided_IsADefect(Type dialect)
    {
        var mismatch = new CascadeMismatchException("customers.delete", 1, 0);

        foreach (var failure in new Exception[] { mismatch, new RetryLimitExceededException("", mismatch), new DbUpdateException("", mismatch) })
        {
            Of(dialect).ToError(failure).ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Failure_WhenTheProductThrowsIt_MeansTheSameOnEveryDatabase(Type dialect)
    {
        var failures = typeof(CascadeMismatchException).Assembly.GetTypes().Concat(typeof(IDatabaseDialect).Assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(Exception)))
            .Append(typeof(DbUpdateConcurrencyException))
            .ToDictionary(type => type, type => Of(dialect).ToError((Exception)RuntimeHelpers.GetUninitializedObject(type))?.Kind);

        failures.Where(failure => failure.Value is not null).ToDictionary(failure => failure.Key, failure => failure.Value!.Value).ShouldBe(Meant, ignoreOrder: true);
    }

    private static IDatabaseDialect Of(Type dialect) => (IDatabaseDialect)Activator.CreateInstance(dialect)!;
}
