using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class PostgreSqlSettingsTests
{
    private const string Database = "Host=db.example.com;Database=flexprice;Username=app;Password=hidden-here";

    [Fact]
    public void Read_WhenItSaysNoMore_PreparesStatementsAndResetsNoConnection()
    {
        var read = Read(Database);

        read.MaxAutoPrepare.ShouldBe(200);
        read.NoResetOnClose.ShouldBeTrue();
        read.ApplicationName.ShouldBe("flexprice");
    }

    [Theory]
    [InlineData("Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("MaxAutoPrepare=0;NoResetOnClose=false")]
    [InlineData("max auto prepare=0;no reset on close=false")]
    public void Read_WhenTheOperatorSaysOtherwise_KeepsIt(string said)
    {
        var read = Read($"{Database};{said}");

        read.MaxAutoPrepare.ShouldBe(0);
        read.NoResetOnClose.ShouldBeFalse();
    }

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        var errors = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>()).Build();
        var settings = PostgreSqlSettings.Read(text, new SettingReader(configuration, errors));
        errors.ShouldBeEmpty();
        return new NpgsqlConnectionStringBuilder(settings.ConnectionString);
    }
}
