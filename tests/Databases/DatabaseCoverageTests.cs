#pragma warning disable xUnit1000 // The samples are no tests: nobody may run them.
namespace FlexPrice.Tests.Databases;

public sealed class DatabaseCoverageTests
{
    private static readonly Engine[] Engines = [new SqliteEngine(), new PostgreSqlEngine()];

    [Fact]
    public void Class_WhenItHasEveryEngine_HasNoDefect() =>
        Defects([], typeof(OnBoth), typeof(OnBoth.OnSqlite), typeof(OnBoth.OnPostgreSql), typeof(OnNone)).ShouldBeEmpty();

    [Fact]
    public void Class_WhenItLacksAnEngine_IsNamed() =>
        Defects([], typeof(OnOne), typeof(OnOne.OnSqlite)).ShouldBe([$"{nameof(OnOne)} lacks OnPostgreSql"]);

    [Fact]
    public void Class_WhenItsNameIsOfAnotherEngine_IsNamed() =>
        Defects([], typeof(OnOneTwice), typeof(OnOneTwice.OnSqlite), typeof(OnOneTwice.OnPostgreSql)).ShouldBe([$"{nameof(OnOneTwice)} lacks OnPostgreSql"]);

    [Fact]
    public void Class_WhenItIsOnOneEngine_SaysWhy()
    {
        Defects([], typeof(Alone)).ShouldBe([$"{nameof(Alone)} runs on one engine only and does not say why"]);
        Defects([typeof(Alone)], typeof(Alone)).ShouldBeEmpty();
    }

    [Fact]
    public void List_WhenItNamesAClassThatNeedsNoReason_IsADefect()
    {
        Defects([typeof(OnNone)], typeof(OnNone)).ShouldHaveSingleItem().ShouldStartWith(nameof(OnNone));
        Defects([typeof(OnBoth.OnSqlite)], typeof(OnBoth), typeof(OnBoth.OnSqlite)).ShouldHaveSingleItem();
    }

    private static IReadOnlyList<string> Defects(Type[] onOneOnly, params Type[] types) =>
        DatabaseCoverage.Defects(types, Engines, onOneOnly.ToDictionary(type => type, _ => "A reason"));

    private abstract class OnBoth
    {
        [Fact]
        public void Sample()
        {
        }

        public sealed class OnSqlite : OnBoth, IOn<SqliteEngine>;

        public sealed class OnPostgreSql : OnBoth, IOn<PostgreSqlEngine>;
    }

    private abstract class OnOne
    {
        [Fact]
        public void Sample()
        {
        }

        public sealed class OnSqlite : OnOne, IOn<SqliteEngine>;
    }

    private abstract class OnOneTwice
    {
        [Fact]
        public void Sample()
        {
        }

        public sealed class OnSqlite : OnOneTwice, IOn<SqliteEngine>;

        public sealed class OnPostgreSql : OnOneTwice, IOn<SqliteEngine>;
    }

    private sealed class Alone : IOn<SqliteEngine>
    {
        [Fact]
        public void Sample()
        {
        }
    }

    private sealed class OnNone
    {
        [Fact]
        public void Sample()
        {
        }
    }
}
