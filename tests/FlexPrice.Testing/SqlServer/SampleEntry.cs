using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Testing.SqlServer;

/// <summary>A row of any entity of the model.</summary>
internal static class SampleEntry
{
    /// <summary>Makes the context believe that it has a row with a value in every column.</summary>
    public static void Enter(DbContext context, IEntityType type, EntityState state, int number)
    {
        var entry = context.Entry(RuntimeHelpers.GetUninitializedObject(type.ClrType));
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
        : property.ClrType == typeof(string) ? $"id_{number}"
        : property.ClrType == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch.AddDays(number)
        : (object)(long)(number + 1);

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
