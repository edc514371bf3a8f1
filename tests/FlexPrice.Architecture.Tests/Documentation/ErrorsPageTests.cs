namespace FlexPrice.Architecture.Tests.Documentation;

public sealed class ErrorsPageTests
{
    private static readonly string File = Path.Combine(Product.Root, "docs", "errors.md");

    [Fact]
    public void Page_WhenErrorsChange_IsWrittenAnew()
    {
        var page = ErrorsPage.Render();
        if (Environment.GetEnvironmentVariable("FLEXPRICE_UPDATE_DOCS") == "1")
        {
            System.IO.File.WriteAllText(File, page);
        }

        System.IO.File.ReadAllText(File).ReplaceLineEndings("\n").ShouldBe(page, "docs/errors.md is out of date: run this test with FLEXPRICE_UPDATE_DOCS=1 and commit what it writes.");
    }

    [Fact]
    public void Page_WhenRendered_HasEveryErrorType() => ErrorsPage.Types.Count.ShouldBeGreaterThan(10);
}
