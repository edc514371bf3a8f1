using System.Reflection;
using System.Runtime.CompilerServices;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FluentValidation;
using MediatR;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>Commands and queries with what belongs to each.</summary>
internal static class MessageRules
{
    private static readonly IReadOnlyList<string> Permissions =
        [.. typeof(Permission).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    public static IEnumerable<Type> Commands(IEnumerable<Type> types) => types.Where(type => type.IsConcrete() && type.Implements(typeof(ICommand<>)));

    public static IEnumerable<Type> Messages(IEnumerable<Type> types) =>
        types.Where(type => type.IsConcrete() && (type.Implements(typeof(ICommand<>)) || type.Implements(typeof(IQuery<>))));

    public static Findings HaveOneHandler(IReadOnlyCollection<Type> types) => Findings.Over(
        Messages(types),
        message => ExactlyOne(message, "handler", types.Count(type => type.IsConcrete() && type.Implemented(typeof(IRequestHandler<,>)).Any(contract => contract.GetGenericArguments()[0] == message))));

    public static Findings HaveOneValidator(IReadOnlyCollection<Type> types) => Findings.Over(
        Commands(types),
        command => ExactlyOne(command, "validator", types.Count(type => type.IsConcrete() && typeof(IValidator<>).MakeGenericType(command).IsAssignableFrom(type))));

    public static Findings HaveOnePermission(IEnumerable<Type> types) => Findings.Over(
        Messages(types),
        message =>
        {
            var required = message.GetCustomAttributes<RequiresPermissionAttribute>(inherit: true).ToList();
            return ExactlyOne(message, "permission", required.Count)
                ?? (Permissions.Contains(required[0].Permission) ? null : $"{message.Name} requires {required[0].Permission}, which is no constant of {nameof(Permission)}: name one of src/FlexPrice.Application/Pipeline/Permission.cs{Guide.Command("Permission and Routes")}.");
        });

    /// <summary>Public, sealed, a record, and nothing in it can be set after construction.</summary>
    public static Findings ArePublicSealedImmutableRecords(IEnumerable<Type> messages) => Findings.Over(messages, Faults);

    public static Findings AreInternalAndSealed(IEnumerable<Type> types) => Findings.Over(
        types,
        type => type.IsVisible ? $"{type.Name} is public: make it internal." : type.IsSealed ? null : $"{type.Name} is not sealed: make it internal sealed.");

    /// <summary>Who answers queries is given repositories to read from.</summary>
    public static Findings OnlyRead(IEnumerable<Type> types) => Findings.Over(
        types.Where(type => type.IsConcrete() && type.Implements(typeof(IQueryHandler<,>))),
        handler => handler.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.ParameterType is var given && (given.IsGenericType && given.GetGenericTypeDefinition() == typeof(IRepository<>) || given.Implements(typeof(IRepository<>))))
            .Select(parameter => $"{handler.Name} answers a query and can add {parameter.Name}: give it an {nameof(IReadRepository<object>)}."));

    private static IEnumerable<string> Faults(Type type)
    {
        if (!type.IsPublic)
        {
            yield return $"{type.Name} is not public: messages and events are public sealed records.";
        }

        if (!type.IsSealed)
        {
            yield return $"{type.Name} is not sealed: messages and events are public sealed records.";
        }

        if (!type.IsRecord())
        {
            yield return $"{type.Name} is no record: messages and events are public sealed records.";
        }

        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { } setter && !IsInit(setter)))
        {
            yield return $"{type.Name}.{property.Name} can be set: give it init in place of set.";
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance).Where(field => !field.IsInitOnly))
        {
            yield return $"{type.Name}.{field.Name} can be set: make it a property with init.";
        }
    }

    // CanWrite is true for every positional record, so the modifier of the setter is what tells.
    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string? ExactlyOne(Type message, string what, int count) => count == 1 ? null
        : $"{message.Name} has {count} {what}s: it needs one{(what == "permission" ? ", [RequiresPermission(Permission.…)] above it" : $", an internal sealed class beside it in {message.Namespace}")}{Guide.Command(what == "permission" ? "Permission and Routes" : what == "handler" ? "Handler" : "Validator")}.";
}
