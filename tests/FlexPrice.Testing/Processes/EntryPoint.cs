namespace FlexPrice.Testing.Processes;

/// <summary>Started as a program, this assembly receives the webhooks of the end-to-end tests.</summary>
internal static class EntryPoint
{
    public static async Task<int> Main(string[] args) => args is ["receive", var journal] ? await ReceiverProgram.RunAsync(journal) : 2;
}
