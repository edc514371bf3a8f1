namespace FlexPrice.Architecture.Tests.Documentation;

public sealed class ConsumeEventsGuideTests
{
    private const string Begin = "<!-- Generated from AnnouncedEvents. -->\n\n";
    private const string End = "\n<!-- End of the generated table. -->";

    private static readonly string File = Path.Combine(Product.Root, "docs", "guides", "consume-events.md");

    [Fact]
    public void Guide_WhenWhatIsAnnouncedChanges_IsWrittenAnew()
    {
        var guide = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");
        guide.ShouldContain(Begin);
        guide.ShouldContain(End);
        var start = guide.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var expected = guide[..start] + EventsTable.Render() + guide[guide.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("FLEXPRICE_UPDATE_DOCS") == "1")
        {
            System.IO.File.WriteAllText(File, expected);
        }

        System.IO.File.ReadAllText(File).ReplaceLineEndings("\n")
            .ShouldBe(expected, "docs/guides/consume-events.md is out of date: run this test with FLEXPRICE_UPDATE_DOCS=1 and commit what it writes.");
    }
}
