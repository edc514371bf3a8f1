#pragma warning disable xUnit1000 // The samples are no tests and must not run.
namespace FlexPrice.Infrastructure.Tests.Databases;

public sealed class DatabaseCoverageTests
{
    [Fact]
    public void Class_WhenItHasEveryEngine_HasNoDefect() =>
        Defects([], typeof(OnEvery), typeof(OnEvery.OnSqlite), typeof(OnEvery.OnPostgreSql), typeof(OnEvery.OnSqlServer), typeof(OnNone)).ShouldBeEmpty();

    [Fact]
    public void Class_WhenItLacksAnEngine_IsNamed() =>
        Defects([], typeof(OnOne), typeof(OnOne.OnSqlite)).ShouldBe([$"{nameof(OnOne)} lacks OnPostgreSql", $"{nameof(OnOne)} lacks OnSqlServer"]);

    [Fact]
    public void Class_WhenItsNameIsOfAnotherEngine_IsNamed() =>
        Defects([], typeof(OnOneTwice), typeof(OnOneTwice.OnSqlite), typeof(OnOneTwice.OnPostgreSql), typeof(OnOneTwice.OnSqlServer)).ShouldBe([$"{nameof(OnOneTwice)} lacks OnPostgreSql"]);

    [Fact]
    public void Class_WhenItIsOnOneEngine_SaysWhy()
    {
        Defects([], typeof(Alone)).ShouldBe([$"{nameof(Alone)} runs on one engine only and does not say why"]);
        Defects([typeof(Alone)], typeof(Alone)).ShouldBeEmpty();
    }

    [Fact]
    public void Class_WhenItMakesAnEngineThatItDoesNotName_IsNamed()
    {
        const string Defect = "makes an engine or a database and does not name the engine";
        Defects([], typeof(Silent), typeof(SilentLater), typeof(SilentByFixture)).ShouldBe([$"{nameof(Silent)} {Defect}", $"{nameof(SilentLater)} {Defect}", $"{nameof(SilentByFixture)} {Defect}"]);
    }

    [Fact]
    public void List_WhenItNamesAClassThatNeedsNoReason_IsADefect()
    {
        Defects([typeof(OnNone)], typeof(OnNone)).ShouldHaveSingleItem().ShouldStartWith(nameof(OnNone));
        Defects([typeof(OnEvery.OnSqlite)], typeof(OnEvery), typeof(OnEvery.OnSqlite)).ShouldHaveSingleItem();
    }

    private static IReadOnlyList<string> Defects(Type[] onOneOnly, params Type[] types) =>
        DatabaseCoverage.Defects(types, Engine.All, onOneOnly.ToDictionary(type => type, _ => "A reason"));

    private abstract class OnEvery
    {
        [Fact]
        public void Sample()
        {
        }

        public sealed class OnSqlite : OnEvery, IOn<SqliteEngine>;

        public sealed class OnPostgreSql : OnEvery, IOn<PostgreSqlEngine>;

        public sealed class OnSqlServer : OnEvery, IOn<SqlServerEngine>;
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

        public sealed class OnSqlServer : OnOneTwice, IOn<SqlServerEngine>;
    }

    private sealed class Alone : IOn<SqliteEngine>
    {
        [Fact]
        public void Sample()
        {
        }
    }

    private sealed class Silent
    {
        [Fact]
        public void Sample() => new SqliteEngine().ShouldNotBeNull();
    }

    private sealed class SilentLater
    {
        [Fact]
        public async Task Sample()
        {
            await Task.Yield();
            Func<TestDatabase> make = () => new SqliteDatabase();
            make.ShouldNotBeNull();
        }
    }

    private sealed class SilentByFixture : IClassFixture<Silent>
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
