using System.Reflection;
using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>What every entity of the model keeps to.</summary>
internal static class ModelRules
{
    private static readonly HashSet<Type> Harmless = [typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(DateTimeOffset), typeof(LookupHash)];

    /// <summary>Every property that can contain text, JSON or bytes is classified as personal, or not personal with a reason.</summary>
    public static Findings AreClassified(IReadOnlyModel model) => Findings.Over(
        model.GetEntityTypes().SelectMany(PropertiesOf).Where(property => !IsHarmless(property.ClrType.Unwrapped())),
        property =>
        {
            var personal = property.PropertyInfo?.GetCustomAttribute<PersonalDataAttribute>();
            var notPersonal = property.PropertyInfo?.GetCustomAttribute<NotPersonalAttribute>();
            return (personal, notPersonal) switch
            {
                (null, null) => $"{NameOf(property)} is not classified: put [PersonalData(PersonalDataCategory.…)] or [NotPersonal(\"why\")] above it{Guide.Edge("Classify")}.",
                (not null, not null) => $"{NameOf(property)} is classified twice: it has [PersonalData] and [NotPersonal], keep one{Guide.Edge("Classify")}.",
                (null, { Reason: var reason }) when string.IsNullOrWhiteSpace(reason) => $"{NameOf(property)} is not personal for no reason: say it in [NotPersonal(\"why\")]{Guide.Edge("Classify")}.",
                _ => null,
            };
        });

    /// <summary>A personal value is looked up by its blind index only.</summary>
    public static Findings NeverIndexPersonalData(IReadOnlyModel model) => Findings.Over(
        model.GetEntityTypes().SelectMany(KeysAndIndexes),
        group => group.Properties.Where(IsPersonal).Select(property => $"{NameOf(property)} is part of {group.Name}: index a LookupHash beside it instead, in its class …Configuration{Guide.Edge("Classify")}."));

    /// <summary>Tenant and environment lead every key and index, so that the schema can be sharded by tenant.</summary>
    public static Findings AreLedByTheirEnvironment(IReadOnlyModel model, IReadOnlyCollection<Exemption> exemptions)
    {
        var all = model.GetEntityTypes().SelectMany(KeysAndIndexes).ToList();
        return new Findings(all.Count, Exempt(all.Where(group => !IsLedByEnvironment(group.Properties)).Select(group => group.Name), exemptions, " is not led by TenantId and EnvironmentId: put them first in its class …Configuration, for a key with HasScopedKey."));
    }

    public static Findings IsMigrated(params DbContext[] contexts) => Findings.Over(
        contexts,
        context => context.Database.HasPendingModelChanges() ? $"{context.GetType().Name} has changed since its last migration: run build/add-migration.sh NAME{Guide.Edge("Migrate")}." : null);

    public static bool HoldsPersonalData(IReadOnlyEntityType entity) => PropertiesOf(entity).Any(IsPersonal);

    /// <summary>Takes out what is exempted, and adds exemptions that nothing needs.</summary>
    /// <param name="violations">What was found.</param>
    /// <param name="exemptions">What may stay.</param>
    /// <param name="remedy">What mends each of the others.</param>
    public static IReadOnlyList<string> Exempt(IEnumerable<string> violations, IReadOnlyCollection<Exemption> exemptions, string remedy)
    {
        var found = violations.ToList();
        var exempted = exemptions.Select(exemption => exemption.Of).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(violation => !exempted.Contains(violation)).Select(violation => violation + remedy), .. exempted.Except(found, StringComparer.Ordinal).Select(name => $"{name} needs no exemption: take it out of the test's list.")];
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
