namespace FlexPrice.EndToEnd.Tests;

public sealed class EveryDatabaseTests
{
    private static readonly Dictionary<Type, string> OnOneOnly = new()
    {
        [typeof(Faults.FaultTests)] = "An embedded database has neither a server that stops nor connections that are cut.",
        [typeof(TimedWork.TimedWorkTests)] = "On a file one process works and nobody shares its plan.",
        [typeof(Start.LeastRightsTests)] = "A file has no users, and for SQL Server the rights are not described.",
        [typeof(Start.FirstStartTests)] = "What comes embedded, with nothing installed and nothing set.",
        [typeof(Start.MigrateTests)] = "The file; on a server that has no such database MigrateServerTests migrate.",
        [typeof(Start.MigrateServerTests)] = "A server where the database is made, too; of SQL Server none can be started here.",
        [typeof(Start.CommandLineTests)] = "Arguments, and commands of the application that are tried on every database.",
        [typeof(Start.RefusedStartTests)] = "Settings, folders and ports, which are read before any database.",
        [typeof(Sdk.OfficialSdkTests)] = "What goes over the wire is the same whatever lies beneath.",
        [typeof(Soak.SoakTests)] = "On a file one process works, so that none can die while others go on.",
    };

    [Fact]
    public void Tests_WhenEnumerated_RunOnEveryDatabaseOrSayWhyNot() =>
        DatabaseCoverage.Defects(typeof(EveryDatabaseTests).Assembly.GetExportedTypes(), Engine.All, OnOneOnly).ShouldBeEmpty(
            "A class of tests is abstract, with a nested class OnSqlite, OnPostgreSql and OnSqlServer as its neighbours have them; one that needs a single engine stands in OnOneOnly of EveryDatabaseTests with the reason, and implements IOn<…Engine> (docs/guides/add-a-command.md, Check).");
}
