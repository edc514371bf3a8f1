using System.Globalization;
using System.Text;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>The hits as text.</summary>
internal static class HitTable
{
    public static string Of(IEnumerable<string> steps, IReadOnlyCollection<Hit> hits)
    {
        var text = new StringBuilder($"{"killed at",-34}{"hits",6}{"whole",8}{"gone",8}{"answered 204",15}\n");
        foreach (var step in steps)
        {
            var own = hits.Where(hit => hit.Step == step).ToList();
            text.AppendLine(CultureInfo.InvariantCulture, $"{step,-34}{own.Count,6}{own.Count(hit => !hit.Committed),8}{own.Count(hit => hit.Committed),8}{own.Count(hit => hit.Answered),15}");
        }

        return text.ToString();
    }
}
