namespace FlexPrice.EndToEnd.Tests;

public sealed class EveryDatabaseTests
{
    [Fact]
    public void Tests_WhenEnumerated_RunOnEveryDatabaseOrSayWhyNot() =>
        DatabaseCoverage.Defects(typeof(EveryDatabaseTests).Assembly.GetExportedTypes(), Engine.All, new Dictionary<Type, string>()).ShouldBeEmpty();
}
