using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace FlexPrice.Testing.Telemetry;

/// <summary>
/// The measurements of one of the product's instruments, in work that the test does or starts itself. The instruments belong to the process, and other tests run concurrently.
/// What an HTTP request of the test server measures is not among it, because the context does not go along there.
/// </summary>
/// <typeparam name="T">The type of its values.</typeparam>
internal sealed class Measured<T> : IDisposable
    where T : struct, IFormattable
{
    private readonly AsyncLocal<bool> _isOurs = new() { Value = true };
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly MeterListener _listener = new();

    public Measured(Instrument<T> instrument)
    {
        _listener.SetMeasurementEventCallback<T>((_, value, tags, _) => Note(value, tags));
        _listener.EnableMeasurementEvents(instrument);
        _listener.Start();
    }

    /// <summary>Value and tags of each measurement, in their order.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    public void Dispose() => _listener.Dispose();

    private void Note(T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_isOurs.Value)
        {
            _lines.Enqueue(string.Join(' ', [value.ToString(null, CultureInfo.InvariantCulture), .. tags.ToArray().Select(tag => tag.Value)]));
        }
    }
}
