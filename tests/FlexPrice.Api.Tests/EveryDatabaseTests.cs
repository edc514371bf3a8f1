using FlexPrice.Api.Tests.Access;
using FlexPrice.Api.Tests.Broker;
using FlexPrice.Api.Tests.Deletions;
using FlexPrice.Api.Tests.Documentation;
using FlexPrice.Api.Tests.Errors;
using FlexPrice.Api.Tests.Requests;
using FlexPrice.Api.Tests.Wire;

namespace FlexPrice.Api.Tests;

public sealed class EveryDatabaseTests
{
    private static readonly Dictionary<Type, string> OnOneOnly = new()
    {
        [typeof(CellTests)] = "Asks the program about its edges and the assembly about its tests; no row is read.",
        [typeof(OpenPagesTests)] = "Pages that are the same whatever lies beneath; no row is read.",
        [typeof(ErrorBodyTests)] = "Routes and methods that reach no handler; no row is read.",
        [typeof(HintTests)] = "Asks the program about its endpoints; no row is read.",
        [typeof(BrokerTests)] = "What a broker is told and how it is reached; BrokerOutageTests and BrokerTelemetryTests tell it from every database.",
        [typeof(LargeRequestTests)] = "Bodies and addresses that the server in front of every handler reads; no row is read.",
        [typeof(RequestLimitTests)] = "What is refused before a handler is asked; no row is read.",
        [typeof(SentMessageTests)] = "What an endpoint sends first; the handlers are replaced.",
        [typeof(UnknownParameterTests)] = "What is refused before a handler is asked; no row is read.",
        [typeof(RequestIdTests)] = "A header that reaches no handler; no row is read.",
        [typeof(PlanMutantTests)] = "Puts the comparison of plan and deed to the test, not the product; RollBackTests run on every database.",
        [typeof(StuckStatementTests)] = "Only PostgreSQL shows by itself which statements still wait; the end of a request is the same on every engine.",
        [typeof(RequestQueueTests)] = "A line in memory in front of every handler; only a database server has locks with which a test can keep everybody waiting.",
        [typeof(FairLoadTests)] = "Bodies and a line in memory in front of every handler.",
        [typeof(FailedAuthenticationTests)] = "A counter in memory in front of every handler.",
        [typeof(KeyRateLimitTests)] = "A counter in memory in front of every handler.",
    };

    [Fact]
    public void Tests_WhenEnumerated_RunOnEveryDatabaseOrSayWhyNot() =>
        DatabaseCoverage.Defects(typeof(EveryDatabaseTests).Assembly.GetExportedTypes(), Engine.All, OnOneOnly).ShouldBeEmpty(
            "A class of tests is abstract, with a nested class OnSqlite, OnPostgreSql and OnSqlServer as its neighbours have them; one that needs a single engine stands in OnOneOnly of EveryDatabaseTests with the reason, and implements IOn<…Engine> (docs/guides/add-a-command.md, Check).");
}
