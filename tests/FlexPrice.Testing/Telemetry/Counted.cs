using System.Diagnostics.Metrics;

namespace FlexPrice.Testing.Telemetry;

/// <summary>What a counter of the product has counted since in the whole process, requests of the test server included, which <see cref="Measured{T}"/> leaves out.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _value;

    public Counted(Counter<long> counter)
    {
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _value, value));
        _listener.EnableMeasurementEvents(counter);
        _listener.Start();
    }

    public long Value => Interlocked.Read(ref _value);

    public void Dispose() => _listener.Dispose();
}
