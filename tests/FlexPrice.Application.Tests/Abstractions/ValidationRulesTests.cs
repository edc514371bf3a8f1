using CsCheck;
using FlexPrice.Application.Abstractions;

namespace FlexPrice.Application.Tests.Abstractions;

public sealed class ValidationRulesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("Ada Lovelace, ÄÖ €", true)]
    [InlineData("smile \uD83D\uDE00", true)]
    [InlineData("line\nbreak", false)]
    [InlineData("nul\0", false)]
    [InlineData("\u0085", false)]
    public void Text_WhenItHoldsControls_IsNotClean(string text, bool isClean) =>
        ValidationRules.IsClean(text).ShouldBe(isClean);

    // Not in attributes: the compiler stores their texts as UTF-8, which has no half characters.
    [Fact]
    public void Text_WhenItHoldsHalfCharacters_IsNotClean()
    {
        foreach (var text in new[] { "high only \uD83D", "high then text \uD83Dx", "low only \uDE00", "wrong way round \uDE00\uD83D" })
        {
            ValidationRules.IsClean(text).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("a\nb\r\n\tc", true)]
    [InlineData("a\u0007", false)]
    public void Text_WhenSeveralLinesAreAllowed_MayBreakAndIndent(string text, bool isClean) =>
        ValidationRules.IsClean(text, multiline: true).ShouldBe(isClean);

    [Fact]
    public void Text_WhenClean_SurvivesUtf8() =>
        Gen.String.Where(text => ValidationRules.IsClean(text)).Sample(
            text => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text && !text.Any(char.IsControl),
            iter: Rounds.Of(2_000));
}
