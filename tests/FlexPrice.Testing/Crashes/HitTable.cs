using System.Globalization;
using System.Text;

namespace FlexPrice.Testing.Crashes;

/// <summary>The hits as a table: step × fault → outcome.</summary>
internal static class HitTable
{
    public static string Of(IEnumerable<string> steps, IReadOnlyCollection<Hit> hits)
    {
        var faults = hits.Select(hit => hit.Fault).Distinct().ToList();
        var text = new StringBuilder($"| step | {string.Join(" | ", faults)} |\n|---|{string.Concat(faults.Select(_ => "---|"))}\n");
        foreach (var step in steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{step}` | {string.Join(" | ", faults.Select(fault => Outcome([.. hits.Where(hit => hit.Step == step && hit.Fault == fault)])))} |\n");
        }

        return text.ToString();
    }

    private static string Outcome(IReadOnlyCollection<Hit> hits) => hits.Count == 0
        ? "–"
        : string.Join("; ", hits.GroupBy(hit => (hit.Committed, hit.Answered)).Select(same => $"{same.Count()} {(same.Key.Committed ? "gone" : "whole")}, {Heard(same.Key.Answered)}"));

    private static string Heard(int? answered) => answered is { } status ? $"told {status}" : "told nothing";
}
