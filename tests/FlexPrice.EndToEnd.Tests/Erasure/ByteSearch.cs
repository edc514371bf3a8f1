using System.Buffers.Binary;
using System.Text;

namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>Searches the bytes of files for markers. Halves count, too: what SQLite leaves of an overwritten row may lack its beginning.</summary>
internal sealed class ByteSearch
{
    private const int Half = Marker.Length / 2;

    private readonly Dictionary<ulong, (string Marker, bool IsFirst)> _halves = [];

    public ByteSearch(IEnumerable<string> markers)
    {
        foreach (var marker in markers)
        {
            var bytes = Encoding.ASCII.GetBytes(marker);
            _halves.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes), (marker, true));
            _halves.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(Half)), (marker, false));
        }
    }

    /// <summary>The markers of which at least half is in a file, with the file.</summary>
    public IReadOnlyDictionary<string, string> FindAny(IEnumerable<string> files) => Find(files, wholeOnly: false);

    /// <summary>The markers that are in a file completely, with the file.</summary>
    public IReadOnlyDictionary<string, string> FindWhole(IEnumerable<string> files) => Find(files, wholeOnly: true);

    private Dictionary<string, string> Find(IEnumerable<string> files, bool wholeOnly)
    {
        var found = new Dictionary<string, string>();
        foreach (var file in files)
        {
            foreach (var marker in FindIn(Read(file), wholeOnly))
            {
                found.TryAdd(marker, Path.GetFileName(file));
            }
        }

        return found;
    }

    private IEnumerable<string> FindIn(byte[] content, bool wholeOnly)
    {
        var run = 0;
        for (var end = 1; end <= content.Length; end++)
        {
            run = Marker.IsPart(content[end - 1]) ? run + 1 : 0;
            if (run < Half || !_halves.TryGetValue(HalfAt(content, end - Half), out var half))
            {
                continue;
            }

            if (!wholeOnly || (half.IsFirst && end + Half <= content.Length && _halves.TryGetValue(HalfAt(content, end), out var next) && next == (half.Marker, false)))
            {
                yield return half.Marker;
            }
        }
    }

    private static ulong HalfAt(byte[] content, int at) => BinaryPrimitives.ReadUInt64LittleEndian(content.AsSpan(at));

    private static byte[] Read(string file)
    {
        // A server's socket file cannot be opened, and has no content.
        if (new FileInfo(file).Length == 0)
        {
            return [];
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
