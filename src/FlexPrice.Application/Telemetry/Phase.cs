using System.Diagnostics;

namespace FlexPrice.Application.Telemetry;

/// <summary>A part of a request that has a span and a measurement of its own. Ends when it is disposed.</summary>
public readonly struct Phase : IDisposable
{
    /// <summary>Whether the caller may do it.</summary>
    public const string Authorize = "authorize";

    /// <summary>The shape of the request.</summary>
    public const string Validate = "validate";

    /// <summary>Waiting until another writer is done, where the database has one at a time.</summary>
    public const string AwaitTurn = "await_turn";

    /// <summary>Looking for what the same idempotency key was answered before.</summary>
    public const string Recall = "recall";

    /// <summary>Reading the customer's dependents.</summary>
    public const string Inspect = "inspect";

    /// <summary>Deciding every edge.</summary>
    public const string Decide = "decide";

    /// <summary>The statements of one edge.</summary>
    public const string Apply = "apply";

    /// <summary>Saving and committing.</summary>
    public const string Commit = "commit";

    private readonly Activity? _activity;
    private readonly long _started;
    private readonly string _name;
    private readonly string? _edge;

    private Phase(string name, string? edge)
    {
        _name = name;
        _edge = edge;
        _activity = FlexPriceTelemetry.Activities.StartActivity(edge is null ? name : $"{name} {edge}");
        _started = Stopwatch.GetTimestamp();
    }

    /// <summary>Begins.</summary>
    /// <param name="name">One of the names above.</param>
    /// <param name="edge">The edge that it is about, if it is about one.</param>
    public static Phase Begin(string name, string? edge = null) => new(name, edge);

    /// <inheritdoc />
    public void Dispose()
    {
        var tags = new TagList { { "phase", _name } };
        if (_edge is not null)
        {
            tags.Add("edge", _edge);
            _activity?.SetTag("flexprice.edge", _edge);
        }

        FlexPriceTelemetry.PhaseDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
        _activity?.Dispose();
    }
}
