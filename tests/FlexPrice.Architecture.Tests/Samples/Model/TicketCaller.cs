namespace FlexPrice.Architecture.Tests.Samples.Model;

/// <summary>Wrong: a part with an unclassified text.</summary>
internal sealed class TicketCaller
{
    public string Phone { get; set; } = "";
}
