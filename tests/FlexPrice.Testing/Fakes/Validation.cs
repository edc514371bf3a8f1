using FluentValidation;

namespace FlexPrice.Testing.Fakes;

internal static class Validation
{
    /// <summary>The names of the invalid fields, as in the answer.</summary>
    public static IReadOnlyList<string> WrongFieldsOf<T>(this IValidator<T> validator, T request) =>
        [.. validator.Validate(request).Errors.Select(failure => failure.PropertyName).Distinct(StringComparer.Ordinal)];
}
