using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>Every list, map and text of every request has a maximum, which its validator holds by the field's name.</summary>
internal static class LimitRules
{
    // No list and no text of ours is allowed to be as long.
    private const int TooMany = 1001;
    private const int TooLong = 70_000;

    private static readonly string LongText = new('x', TooLong);

    /// <param name="requests">Commands and queries.</param>
    /// <param name="validators">The validators of a request.</param>
    /// <param name="isOfRoute">Whether a text is part of the path, which the server limits.</param>
    public static Findings HaveLimits(IEnumerable<Type> requests, Func<Type, IEnumerable<IValidator>> validators, Func<RequestProperty, bool> isOfRoute) => Findings.Over(
        requests.SelectMany(request => RequestGraph.PropertiesOf(request)).Where(place => !isOfRoute(place)),
        place => Excesses(place.Type).SelectMany(excess => Fault(place, excess, [.. validators(place.Request)])));

    /// <summary>A text that is stored is refused when its column cannot hold it.</summary>
    /// <param name="requests">Commands.</param>
    /// <param name="validators">The validators of a request.</param>
    /// <param name="model">The columns. A text is stored in the column of its name in the same feature, or in another one where that has none.</param>
    /// <param name="isElsewhere">Whether a text is part of the path, or is stored in a column of another name.</param>
    public static Findings FitTheirColumns(IEnumerable<Type> requests, Func<Type, IEnumerable<IValidator>> validators, IModel model, Func<RequestProperty, bool> isElsewhere) => Findings.Over(
        from place in requests.SelectMany(request => RequestGraph.PropertiesOf(request))
        where place.Type == typeof(string) && !isElsewhere(place)
        from column in ColumnsOf(place, model)
        select (place, column),
        stored => Fault(stored.place, (new string('x', stored.column + 1), ""), [.. validators(stored.place.Request)]));

    private static IEnumerable<string> Fault(RequestProperty place, (object Value, string Saying) excess, IReadOnlyList<IValidator> validators)
    {
        var request = place.RequestWith(excess.Value);
        var failures = validators.SelectMany(validator => validator.Validate(new ValidationContext<object>(request)).Errors);
        return failures.Any(failure => Names(failure, place) && failure.ErrorMessage.Contains(excess.Saying, StringComparison.Ordinal))
            ? []
            : [$"{place.Name} has no limit{(excess.Value is string text ? $": {text.Length} characters are accepted" : $" for {excess.Value.GetType().Name}")}. Give it a rule of Application/Abstractions/ValidationRules.cs under the name {string.Join(" or ", place.WireNames)}, in {ValidatorOf(place.Request)}{Guide.Command("Validator")}."];
    }

    // A list has a maximum in its rule; a text can also be refused because it is not one of the known values.
    private static IEnumerable<(object Value, string Saying)> Excesses(Type type)
    {
        if (type == typeof(string))
        {
            yield return (LongText, "");
        }
        else if (RequestGraph.MapOf(type) is { } value)
        {
            object one = value == typeof(string) ? "x" : JsonSerializer.SerializeToElement("x");
            object large = value == typeof(string) ? LongText : JsonSerializer.SerializeToElement(LongText);
            yield return (RequestGraph.Map(value, Enumerable.Range(0, TooMany).Select(number => ($"key{number}", one))), "at most");
            yield return (RequestGraph.Map(value, [(LongText, one)]), "at most");
            yield return (RequestGraph.Map(value, [("x", large)]), "at most");
        }
        else if (RequestGraph.ListOf(type) is { } item)
        {
            yield return (RequestGraph.List(item, TooMany, () => item == typeof(string) ? "x" : RequestGraph.Make(item)), "at most");
            if (item == typeof(string))
            {
                yield return (RequestGraph.List(item, 1, () => LongText), "");
            }
        }
    }

    private static string ValidatorOf(Type request) =>
        $"src/{request.Assembly.GetName().Name}/{request.Namespace!.Replace($"{request.Assembly.GetName().Name}.", "", StringComparison.Ordinal).Replace('.', '/')}/{(request.Name.EndsWith("Command", StringComparison.Ordinal) ? request.Name[..^"Command".Length] : request.Name[..^"Query".Length])}Validator.cs";

    private static bool Names(ValidationFailure failure, RequestProperty place) =>
        place.WireNames.Contains(failure.PropertyName.Split('.')[^1].Split('[')[0], StringComparer.Ordinal);

    private static IEnumerable<int> ColumnsOf(RequestProperty place, IModel model)
    {
        var columns = model.GetEntityTypes()
            .SelectMany(entity => entity.GetFlattenedProperties().Select(property => (Feature: FeatureOf(entity.ClrType), Property: property)))
            .Where(column => column.Property.ClrType == typeof(string) && column.Property.GetMaxLength() is not null && place.WireNames.Contains(column.Property.GetColumnName(), StringComparer.Ordinal))
            .ToList();
        var own = columns.Where(column => column.Feature == FeatureOf(place.Request)).ToList();
        return (own.Count > 0 ? own : columns).Select(column => column.Property.GetMaxLength()!.Value);
    }

    private static string FeatureOf(Type type) => type.Namespace!.Split('.')[2];
}
