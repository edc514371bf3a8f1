using System.Reflection;
using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>What every entity of the model keeps to.</summary>
internal static class ModelRules
{
    private static readonly HashSet<Type> Harmless = [typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(DateTimeOffset), typeof(LookupHash)];

    /// <summary>Every property that can hold text, JSON or bytes says whether it is personal, and the reason when it is not.</summary>
    public static Findings AreClassified(IReadOnlyModel model) => Findings.Over(
        model.GetEntityTypes().SelectMany(PropertiesOf).Where(property => !IsHarmless(property.ClrType.Unwrapped())),
        property =>
        {
            var personal = property.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>();
            var notPersonal = property.PropertyInfo?.GetCustomAttribute<NotPersonalAttribute>();
            return (personal, notPersonal) switch
            {
                (null, null) => $"{NameOf(property)} is not classified.",
                (not null, not null) => $"{NameOf(property)} is classified twice.",
                (null, { Reason: var reason }) when string.IsNullOrWhiteSpace(reason) => $"{NameOf(property)} is not personal for no reason.",
                _ => null,
            };
        });

    /// <summary>A personal value is looked up by its blind index only.</summary>
    public static Findings NeverIndexPersonalData(IReadOnlyModel model) => Findings.Over(
        model.GetEntityTypes().SelectMany(KeysAndIndexes),
        group => group.Properties.Where(IsPersonal).Select(property => $"{NameOf(property)} is part of {group.Name}."));

    /// <summary>Tenant and environment lead every key and index, so that the schema can be sharded by tenant.</summary>
    public static Findings AreLedByTheirEnvironment(IReadOnlyModel model, IReadOnlyCollection<Exemption> exemptions)
    {
        var all = model.GetEntityTypes().SelectMany(KeysAndIndexes).ToList();
        return new Findings(all.Count, Exempt(all.Where(group => !IsLedByEnvironment(group.Properties)).Select(group => group.Name), exemptions));
    }

    public static Findings IsMigrated(params DbContext[] contexts) => Findings.Over(
        contexts,
        context => context.Database.HasPendingModelChanges() ? $"{context.GetType().Name} has changed since its last migration." : null);

    public static bool HoldsPersonalData(IReadOnlyEntityType entity) => PropertiesOf(entity).Any(IsPersonal);

    /// <summary>Takes out what is exempted, and adds exemptions that nothing needs.</summary>
    public static IReadOnlyList<string> Exempt(IEnumerable<string> violations, IReadOnlyCollection<Exemption> exemptions)
    {
        var found = violations.ToList();
        var exempted = exemptions.Select(exemption => exemption.Of).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(violation => !exempted.Contains(violation)), .. exempted.Except(found, StringComparer.Ordinal).Select(name => $"{name} needs no exemption.")];
    }

    private static bool IsLedByEnvironment(IReadOnlyList<IReadOnlyProperty> properties) =>
        properties.Take(2).Select(property => property.Name).SequenceEqual([nameof(IEnvironmentScoped.TenantId), nameof(IEnvironmentScoped.EnvironmentId)]);

    private static bool IsPersonal(IReadOnlyProperty property) => property.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>() is not null;

    private static bool IsHarmless(Type type) => Harmless.Contains(type) || type.IsEnum || type.IsTypedId();

    private static string NameOf(IReadOnlyProperty property) => $"{property.DeclaringType.ClrType.Name}.{property.Name}";

    private static IEnumerable<IReadOnlyProperty> PropertiesOf(IReadOnlyTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));

    private static IEnumerable<(string Name, IReadOnlyList<IReadOnlyProperty> Properties)> KeysAndIndexes(IReadOnlyEntityType entity) =>
        entity.GetKeys().Select(key => (Named("key", key.Properties), key.Properties))
            .Concat(entity.GetIndexes().Select(index => (Named("index", index.Properties), index.Properties)));

    private static string Named(string what, IReadOnlyList<IReadOnlyProperty> properties) =>
        $"{what} {properties[0].DeclaringType.ClrType.Name}({string.Join(", ", properties.Select(property => property.Name))})";
}
