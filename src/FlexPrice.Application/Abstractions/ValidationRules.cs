using FluentValidation;

namespace FlexPrice.Application.Abstractions;

/// <summary>Rules for what a request sends. Every message names the field and the way out.</summary>
internal static class ValidationRules
{
    private const int MaximumListLength = 1000;
    private const int EarliestYear = 1970;
    private const int LatestYear = 2200;
    private const decimal MaximumAmount = 1_000_000_000_000;
    private const int MaximumDecimals = 9;

    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, string field, int maximum) =>
        rule.Must(text => text is null || (text.Length <= maximum && IsClean(text)))
            .OverridePropertyName(field)
            .WithMessage($"{field} must have at most {maximum} characters and no control characters.");

    public static IRuleBuilderOptions<T, string?> RequiredText<T>(this IRuleBuilder<T, string?> rule, string field, int maximum) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= maximum && IsClean(text))
            .OverridePropertyName(field)
            .WithMessage($"{field} is required: send 1 to {maximum} characters without control characters.");

    /// <summary>An id in the path. Whether it is one of ours is the handler's question: a malformed id is not found, not invalid.</summary>
    public static IRuleBuilderOptions<T, string?> Named<T>(this IRuleBuilder<T, string?> rule, string field) =>
        rule.Must(text => !string.IsNullOrEmpty(text))
            .OverridePropertyName(field)
            .WithMessage($"{field} is required.");

    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, string field, params string[] values) =>
        rule.Must(text => text is null || values.Contains(text, StringComparer.Ordinal))
            .OverridePropertyName(field)
            .WithMessage($"{field} must be one of: {string.Join(", ", values)}.");

    public static IRuleBuilderOptions<T, string?> RequiredOneOf<T>(this IRuleBuilder<T, string?> rule, string field, params string[] values) =>
        rule.Must(text => text is not null && values.Contains(text, StringComparer.Ordinal))
            .OverridePropertyName(field)
            .WithMessage($"{field} is required and must be one of: {string.Join(", ", values)}.");

    public static IRuleBuilderOptions<T, IReadOnlyCollection<string>?> ShortList<T>(this IRuleBuilder<T, IReadOnlyCollection<string>?> rule, string field) =>
        rule.Must(entries => entries is null || (entries.Count <= MaximumListLength && entries.All(entry => entry is not null)))
            .OverridePropertyName(field)
            .WithMessage($"{field} must have at most {MaximumListLength} entries, none of them null.");

    public static IRuleBuilderOptions<T, DateTimeOffset?> Time<T>(this IRuleBuilder<T, DateTimeOffset?> rule, string field) =>
        rule.Must(time => time is null || time.Value.UtcDateTime.Year is >= EarliestYear and <= LatestYear)
            .OverridePropertyName(field)
            .WithMessage($"{field} must lie in the years {EarliestYear} to {LatestYear}.");

    public static IRuleBuilderOptions<T, decimal?> Amount<T>(this IRuleBuilder<T, decimal?> rule, string field) =>
        rule.Must(amount => amount is null || IsAmount(amount.Value))
            .OverridePropertyName(field)
            .WithMessage($"{field} must be a number from 0 to {MaximumAmount} with at most {MaximumDecimals} decimals.");

    public static IRuleBuilderOptions<T, decimal?> PositiveAmount<T>(this IRuleBuilder<T, decimal?> rule, string field) =>
        rule.Must(amount => amount is null || (amount > 0 && IsBounded(amount.Value)))
            .OverridePropertyName(field)
            .WithMessage($"{field} must be a number greater than 0 and at most {MaximumAmount} with at most {MaximumDecimals} decimals.");

    public static IRuleBuilderOptions<T, string?> Currency<T>(this IRuleBuilder<T, string?> rule, string field) =>
        rule.Must(text => text is { Length: 3 } && text.All(char.IsAsciiLetter))
            .OverridePropertyName(field)
            .WithMessage($"{field} is required: send an ISO 4217 code, for example usd.");

    public static IRuleBuilderOptions<T, IReadOnlyDictionary<string, string>?> Metadata<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, string>?> rule, string field) =>
        rule.Must(pairs => pairs is null || pairs.All(pair => pair.Value is not null && IsClean(pair.Key, multiline: true) && IsClean(pair.Value, multiline: true)))
            .OverridePropertyName(field)
            .WithMessage($"{field} must map text to text, without null and without control characters.");

    /// <summary>Validates a part whose fields are, on the wire, fields of the request itself.</summary>
    public static IRuleBuilderOptions<T, TPart> Inline<T, TPart>(this IRuleBuilder<T, TPart> rule, IValidator<TPart> validator) =>
        rule.SetValidator(validator).OverridePropertyName("");

    internal static bool IsAmount(decimal amount) => amount >= 0 && IsBounded(amount);

    internal static bool IsClean(string text, bool multiline = false)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsControl(character) && !(multiline && character is ('\n' or '\r' or '\t')))
            {
                return false;
            }

            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBounded(decimal amount) => amount <= MaximumAmount && decimal.Round(amount, MaximumDecimals) == amount;
}
