using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlexPrice.Application.Announcements;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>Renders the table of events of <c>docs/guides/consume-events.md</c> from what is announced: when from what is written above the event, data from announcing one.</summary>
internal static class EventsTable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render()
    {
        var table = new StringBuilder("| type | when | data |\n|---|---|---|\n");
        foreach (var type in AnnouncedEvents.All.GroupBy(announced => announced.Type, StringComparer.Ordinal))
        {
            var occasions = type.Select(announced => XmlSummary.Of($"T:{announced.EventType.FullName}", announced.EventType.Assembly));
            var data = type.Select(announced => $"`{JsonSerializer.Serialize(announced.Announce(SampleOf(announced.EventType)).Data, Readable)}`").Distinct(StringComparer.Ordinal);
            table.Append($"| `{type.Key}` | {string.Join("<br>", occasions)} | {string.Join("<br>", data)} |\n");
        }

        return table.ToString();
    }

    private static IDomainEvent SampleOf(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return (IDomainEvent)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(parameter.ParameterType))]);
    }

    private static object? Argument(Type type) => type.Unwrapped() is var needed && needed.IsTypedId()
        ? Activator.CreateInstance(needed, $"{needed.GetProperty("Prefix", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)}_…")
        : needed.IsValueType ? Activator.CreateInstance(needed) : null;
}
