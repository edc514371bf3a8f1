using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FluentValidation;

namespace FlexPrice.Application.Usage.IngestEvents;

internal sealed class EventToIngestValidator : AbstractValidator<EventToIngest>
{
    private const int MaximumPropertyName = 255;

    public EventToIngestValidator()
    {
        RuleFor(sent => sent.EventName).RequiredText("event_name", 255);
        RuleFor(sent => sent.ExternalCustomerId).RequiredText("external_customer_id", 255);
        RuleFor(sent => sent.EventId).Text("event_id", 255);
        RuleFor(sent => sent.Source).Text("source", 255);
        RuleFor(sent => sent.Timestamp).Time("timestamp");
        RuleFor(sent => sent.Properties).Must(properties => properties is null || properties.All(IsReadable))
            .OverridePropertyName("properties")
            .WithMessage($"properties must have names of at most {MaximumPropertyName} characters without control characters, and texts that are valid Unicode.");
    }

    private static bool IsReadable(KeyValuePair<string, JsonElement> property)
    {
        if (property.Key.Length > MaximumPropertyName || !ValidationRules.IsClean(property.Key))
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
