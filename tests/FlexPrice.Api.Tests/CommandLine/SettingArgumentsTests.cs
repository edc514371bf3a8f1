using FlexPrice.Api.CommandLine;

namespace FlexPrice.Api.Tests.CommandLine;

public sealed class SettingArgumentsTests
{
    private static readonly string[] Known = ["Database:Provider", "Bootstrap:ApiKey"];

    [Theory]
    [InlineData("--Database:Provider=PostgreSql", true)]
    [InlineData("--database:provider=", true)]
    [InlineData("--Bootstrap=", true)]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore=Debug", true)]
    [InlineData("--Kestrel:Endpoints:Main:Url=http://localhost:1", true)]
    [InlineData("--environment=Production", true)]
    [InlineData("--contentRoot=/srv", true)]
    [InlineData("--Database:Providr=PostgreSql", false)]
    [InlineData("--Databas=x", false)]
    [InlineData("Database:Provider=PostgreSql", false)]
    [InlineData("/Database:Provider=PostgreSql", false)]
    [InlineData("--Database:Provider", false)]
    [InlineData("--urls", false)]
    [InlineData("--role=all_reader", false)]
    [InlineData("migrate", false)]
    public void Argument_WhenItSetsWhatIsRead_IsASettingAndElseIsLeftToTheVerbs(string argument, bool isSetting)
    {
        var sorted = SettingArguments.Of([argument, argument], Known);

        sorted.Settings.Count.ShouldBe(isSetting ? 2 : 0);
        sorted.Others.Count.ShouldBe(isSetting ? 0 : 2, "what is said twice is said twice");
    }
}
