using System.Runtime.CompilerServices;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Tests.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.SqlServer;

public sealed class SqlServerWriteTests
{
    // From four rows of one kind on they are written by one statement.
    private const int Many = 5;

    [Fact]
    public void Write_WhenItIsOfAnEntity_IsBound()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);
        (EntityState State, int Count, string Word)[] changes = [(EntityState.Added, 1, "INSERT "), (EntityState.Added, Many, "INSERT "), (EntityState.Modified, 1, "UPDATE "), (EntityState.Deleted, 1, "DELETE ")];

        var written = context.Model.GetEntityTypes().SelectMany(entity => changes.SelectMany(change => Catch(entity.Name, change.State, change.Count, change.Word))).ToList();

        written.Count.ShouldBeGreaterThanOrEqualTo(4 * context.Model.GetEntityTypes().Count());
        SqlServerTwin.Shared.Schema.Defects(written).ShouldBeEmpty();
    }

    private static IReadOnlyList<SqlText> Catch(string entity, EntityState state, int count, string word)
    {
        var written = SqlServerTwin.Shared.Catch($"{entity} {state}", services => Write(services.GetRequiredService<FlexPriceDbContext>(), entity, state, count));
        string.Join(';', written.Select(statement => statement.Text)).ShouldContain(word, Case.Sensitive, entity);
        return written;
    }

    private static void Write(FlexPriceDbContext context, string entity, EntityState state, int count)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var type = context.Model.FindEntityType(entity)!;
        for (var number = 0; number < count; number++)
        {
            Enter(context.Entry(RuntimeHelpers.GetUninitializedObject(type.ClrType)), type, state, number);
        }

        context.SaveChanges();
    }

    private static void Enter(EntityEntry entry, IEntityType type, EntityState state, int number)
    {
        foreach (var complex in type.GetComplexProperties().Where(complex => !complex.IsCollection))
        {
            entry.ComplexProperty(complex).CurrentValue = Complex(complex);
        }

        foreach (var property in type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never || state != EntityState.Added))
        {
            entry.Property(property).CurrentValue = property.IsPrimaryKey() ? Key(property, number) : SampleValue.Of(property.ClrType);
        }

        entry.State = state;
    }

    private static object Key(IProperty property, int number) => property.GetValueConverter() is { } converter
        ? converter.ConvertFromProvider($"id_{number}")!
        : property.ClrType == typeof(string) ? $"id_{number}" : (object)(long)(number + 1);

    private static object Complex(IComplexProperty complex)
    {
        var made = RuntimeHelpers.GetUninitializedObject(complex.ClrType);
        foreach (var property in complex.ComplexType.GetProperties())
        {
            property.PropertyInfo!.SetValue(made, SampleValue.Of(property.ClrType));
        }

        foreach (var inner in complex.ComplexType.GetComplexProperties())
        {
            inner.PropertyInfo!.SetValue(made, Complex(inner));
        }

        return made;
    }
}
