namespace FlexPrice.Api.Tests.Deletions;

/// <summary>The test checks a cell of the table edge × intent × action: the answer, the rows afterwards, the events announced.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CellAttribute(string edge, string intent, string action) : Attribute
{
    public string Edge { get; } = edge;

    public string Intent { get; } = intent;

    public string Action { get; } = action;

    public string Name => $"{Edge} × {Intent} × {Action}";
}
