#pragma warning disable xUnit1000 // The samples are no tests and must not run.
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FlexPrice.Infrastructure.Tests.Databases;

public sealed class DatabaseTestFrameworkTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Tests_WhenNoSqlServerIsNamed_AreLeftOutThere(string? server)
    {
        (await FoundAsync<Sample.OnSqlServer>(server)).ShouldBeEmpty();
        (await FoundAsync<Sample.OnSqlite>(server)).ShouldBe([nameof(Sample.Test)]);
        (await FoundAsync<Sample.OnPostgreSql>(server)).ShouldBe([nameof(Sample.Test)]);
    }

    [Fact]
    public async Task Tests_WhenASqlServerIsNamed_RunThereToo() =>
        (await FoundAsync<Sample.OnSqlServer>("Server=nowhere")).ShouldBe([nameof(Sample.Test)]);

    // As the runner looks for them.
    private static async Task<IReadOnlyList<string>> FoundAsync<TTest>(string? server)
    {
        var sink = new Sink();
        using var framework = new DatabaseTestFramework(sink, name => name == "FLEXPRICE_TEST_SQLSERVER" ? server : null);
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(typeof(TTest).Assembly));
        discoverer.Find(typeof(TTest).FullName, includeSourceInformation: false, sink, new Options());
        await sink.Complete.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return sink.Found;
    }

    private abstract class Sample
    {
        [Fact]
        public void Test()
        {
        }

        public sealed class OnSqlite : Sample, IOn<SqliteEngine>;

        public sealed class OnPostgreSql : Sample, IOn<PostgreSqlEngine>;

        public sealed class OnSqlServer : Sample, IOn<SqlServerEngine>;
    }

    private sealed class Sink : LongLivedMarshalByRefObject, IMessageSink
    {
        public List<string> Found { get; } = [];

        public TaskCompletionSource Complete { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage found)
            {
                // Where the machine lacks the engine it is found as well, to be skipped.
                Found.Add(found.TestCase.TestMethod.Method.Name);
            }
            else if (message is IDiscoveryCompleteMessage)
            {
                Complete.SetResult();
            }

            return true;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value)
        {
            // Every option keeps its default.
        }
    }
}
