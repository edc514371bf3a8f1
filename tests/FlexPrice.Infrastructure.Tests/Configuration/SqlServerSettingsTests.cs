using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class SqlServerSettingsTests
{
    [Fact]
    public void Read_WhenItNamesADatabase_HasNoSecretInItsName()
    {
        var settings = Read("Server=db.example.com,1433;Database=flexprice;User ID=app;Password=hidden-here", out var errors);

        errors.ShouldBeEmpty();
        settings.Provider.ShouldBe(DatabaseProvider.SqlServer);
        settings.MigrateOnStart.ShouldBeFalse();
        settings.Name.ShouldBe("the database flexprice on db.example.com,1433");
        settings.ConnectionString.ShouldContain("flexprice");
        settings.ConnectionString.ShouldContain("Application Name=flexprice");
    }

    [Fact]
    public void Read_WhenTheOperatorNamesTheApplication_KeepsItsName() =>
        Read("Server=db;Database=flexprice;Application Name=billing", out _).ConnectionString.ShouldContain("Application Name=billing");

    [Theory]
    [InlineData(null)]
    [InlineData("Server=db.example.com;Password=hidden-here")]
    [InlineData("Database=flexprice;Password=hidden-here")]
    [InlineData("Data Source=data/flexprice.db;Mode=ReadOnly;Password=hidden-here")]
    [InlineData("Server=db;Database=flexprice;Encrypt=perhaps;Password=hidden-here")]
    [InlineData("Server=db;Database=flexprice;Connect Timeout=99999999999999;Password=hidden-here")]
    public void Read_WhenItNamesNone_IsRefusedWithoutTheSecret(string? text)
    {
        Read(text, out var errors);

        errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.ShouldStartWith("ConnectionStrings__FlexPrice"),
            error => error.ShouldContain("for example: Server="),
            error => error.ShouldNotContain("hidden-here"));
    }

    private static DatabaseSettings Read(string? text, out List<string> errors)
    {
        errors = [];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>()).Build();
        return SqlServerSettings.Read(text, new SettingReader(configuration, errors));
    }
}
