using FlexPrice.Domain.Primitives;
using FluentValidation;

namespace FlexPrice.Application.Abstractions;

/// <summary>Rules for what a request sends. Every message names the field and the way out.</summary>
internal static class ValidationRules
{
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

    public static IRuleBuilderOptions<T, string?> OneOf<T>(this IRuleBuilder<T, string?> rule, string field, params IReadOnlyList<string> values) =>
        rule.Must(text => text is null || values.Contains(text, StringComparer.Ordinal))
            .OverridePropertyName(field)
            .WithMessage($"{field} must be one of: {string.Join(", ", values)}.");

    public static IRuleBuilderOptions<T, string?> RequiredOneOf<T>(this IRuleBuilder<T, string?> rule, string field, params IReadOnlyList<string> values) =>
        rule.Must(text => text is not null && values.Contains(text, StringComparer.Ordinal))
            .OverridePropertyName(field)
            .WithMessage($"{field} is required and must be one of: {string.Join(", ", values)}.");

    /// <summary>A list or map with a maximum. Rules about its entries belong into <c>DependentRules</c>, so that a list that is too long has one fault only.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<TEntry>?> AtMost<T, TEntry>(this IRuleBuilder<T, IReadOnlyCollection<TEntry>?> rule, int maximum, string field) =>
        rule.Must(entries => entries is null || entries.Count <= maximum)
            .OverridePropertyName(field)
            .WithMessage($"{field} must have at most {maximum} entries.");

    /// <summary>A list of ids.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<string>?> Ids<T>(this IRuleBuilder<T, IReadOnlyCollection<string>?> rule, string field) =>
        rule.Texts(field, RequestLimits.Ids);

    /// <summary>A list of short texts.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<string>?> Texts<T>(this IRuleBuilder<T, IReadOnlyCollection<string>?> rule, string field, int maximum) =>
        rule.Must(entries => entries is null || (entries.Count <= maximum && entries.All(entry => entry is { Length: <= RequestLimits.Text } && IsClean(entry))))
            .OverridePropertyName(field)
            .WithMessage($"{field} must have at most {maximum} entries, none of them null, of at most {RequestLimits.Text} characters each, without control characters.");

    /// <summary>A list of names, all of which are known.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<string>?> AllOneOf<T>(this IRuleBuilder<T, IReadOnlyCollection<string>?> rule, string field, IReadOnlyList<string> known) =>
        rule.Must(names => names is null || (names.Count <= RequestLimits.Names && names.All(name => name is not null && known.Contains(name, StringComparer.Ordinal))))
            .OverridePropertyName(field)
            .WithMessage($"{field} must be a list of at most {RequestLimits.Names} of: {string.Join(", ", known)}.");

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
        rule.Must(pairs => pairs is null || (pairs.Count <= RequestLimits.MetadataPairs && pairs.All(IsMetadata)))
            .OverridePropertyName(field)
            .WithMessage($"{field} must map text to text: at most {RequestLimits.MetadataPairs} pairs, keys of at most {RequestLimits.MetadataKey} characters, values of at most {RequestLimits.MetadataValue} characters, without null and without control characters.");

    /// <summary>A message that mentions an operation.</summary>
    public static IRuleBuilderOptions<T, TProperty> WithHint<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Hint hint) =>
        rule.WithMessage(hint.ToString()).WithState(_ => hint);

    /// <summary>What a request chooses by parameters.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyDictionary<string, string>> Choices<T>(this IRuleBuilder<T, IReadOnlyDictionary<string, string>> rule) =>
        rule.Must(choices => choices.Count <= RequestLimits.Choices && choices.All(choice => choice.Key.Length <= RequestLimits.Text && choice.Value.Length <= RequestLimits.Text))
            .OverridePropertyName("query")
            .WithMessage($"query must have at most {RequestLimits.Choices} parameters, whose names and values have at most {RequestLimits.Text} characters each.");

    /// <summary>The digest of a deletion plan.</summary>
    public static IRuleBuilderOptions<T, string?> PlanDigest<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Matches("^sha256:[0-9a-f]{64}$")
            .OverridePropertyName("plan_digest")
            .WithMessage("plan_digest must be the digest of a deletion plan: sha256: and 64 hexadecimal digits.");

    /// <summary>Validates a part whose fields are fields of the request itself on the wire.</summary>
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

    private static bool IsMetadata(KeyValuePair<string, string> pair) =>
        pair.Key.Length <= RequestLimits.MetadataKey
        && pair.Value is { Length: <= RequestLimits.MetadataValue }
        && IsClean(pair.Key, multiline: true)
        && IsClean(pair.Value, multiline: true);

    private static bool IsBounded(decimal amount) => amount <= MaximumAmount && decimal.Round(amount, MaximumDecimals) == amount;
}
