using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class EventToIngestValidator : AbstractValidator<EventToIngest>
{
    private const int Kibibyte = 1024;

    // Quotes, colons and commas of a pair.
    private const int PairOverhead = 4;

    public EventToIngestValidator()
    {
        RuleFor(sent => sent.EventName).RequiredText("event_name", RequestLimits.Text);
        RuleFor(sent => sent.ExternalCustomerId).RequiredText("external_customer_id", RequestLimits.Text);
        RuleFor(sent => sent.EventId).Text("event_id", RequestLimits.Text);
        RuleFor(sent => sent.Source).Text("source", RequestLimits.Text);
        RuleFor(sent => sent.Timestamp).Time("timestamp");
        RuleFor(sent => sent.Properties).AtMost(RequestLimits.EventProperties, "properties");
        RuleFor(sent => sent.Properties).Must((sent, _) => Size(sent) <= RequestLimits.EventBytes)
            .OverridePropertyName("properties").WithMessage($"properties make the event too large: an event must have at most {RequestLimits.EventBytes / Kibibyte} KiB as JSON.");
        RuleFor(sent => sent.Properties).Must(properties => properties is null || properties.All(IsReadable))
            .OverridePropertyName("properties")
            .WithMessage($"properties must have names of at most {RequestLimits.Text} characters without control characters, and texts that are valid Unicode.");
    }

    // The stored form: the values as they were sent, without the whitespace between them.
    private static long Size(EventToIngest sent)
    {
        var size = Size(sent.EventId) + Size(sent.EventName) + Size(sent.ExternalCustomerId) + Size(sent.Source);
        foreach (var (name, value) in sent.Properties ?? new Dictionary<string, JsonElement>())
        {
            size += Size(name) + JsonMarshal.GetRawUtf8Value(value).Length + PairOverhead;
        }

        return size;
    }

    private static long Size(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);

    private static bool IsReadable(KeyValuePair<string, JsonElement> property)
    {
        if (property.Key.Length > RequestLimits.Text || !ValidationRules.IsClean(property.Key))
        {
            return false;
        }

        try
        {
            return property.Value.ValueKind != JsonValueKind.String || property.Value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate passes the JSON reader and cannot be read as text.
            return false;
        }
    }
}
