using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Kit;

/// <summary>The templates and the guides of the team: what they generate builds, the tests name what is missing, and with that filled in everything passes.</summary>
public sealed class KitTests(ITestOutputHelper log)
{
    private const string Architecture = "FlexPrice.Architecture.Tests";
    private const string Application = "FlexPrice.Application.Tests";
    private const string Api = "FlexPrice.Api.Tests";

    [FactNeeding("dotnet", "git", "bash")]
    public async Task Kit_WhenACommandAndAnEdgeAreAdded_NamesWhatIsMissing()
    {
        await using var repository = await ScratchRepository.CopyAsync(log);
        await GenerateAsync(repository);

        await repository.BuildAsync(withAnalyzers: false, Architecture);
        (await repository.TestAsync(Architecture)).ShouldFail(
            ("MessageTests.Message_WhenItIsOneOfTheProducts_HasExactlyOneKnownPermission", ["FreezeCustomerCommand requires todo:write", "Permission.cs"]),
            ("RouteTests.Endpoints_WhenTheyAreTheProducts_AreMapped", ["FreezeCustomerEndpoint.MapFreezeCustomer is not called in Routes.cs"]),
            ("SourceTests.Source_WhenItIsOneOfTheProducts_ResidesWithAnAgreedFeature", ["FlexPrice.Domain/SupportTickets/SupportTicket.cs resides in no feature that was agreed on"]),
            ("SourceTests.Source_WhenItIsOneOfTheProducts_IsFinished", ["FreezeCustomerCommand.cs says", "FreezeCustomerHandler.cs says", "FreezeCustomerRequest.cs says", "SupportTicket.cs says"]),
            ("ReadmeTests.Readme_WhenThereAreEdges_HasARowForEachWithItsActions", ["support_tickets: erase, block"]),
            ("ModelTests.Property_WhenItCanHoldPersonalData_IsClassifiedOnce", ["SupportTicket.Subject is not classified"]),
            ("ModelTests.Model_WhenItIsTheProducts_IsMigrated", ["has changed since its last migration", "build/add-migration.sh"]),
            ("CascadeTests.Edge_WhenItIsOneOfTheProducts_HasItsPlaceInTheOrder", ["support_tickets has no place", "CascadeOrder.cs"]),
            ("CascadeTests.Statement_WhenAnEdgeUsesIt_Exists", ["SQLite: support_tickets uses support_tickets.inspect, which does not exist", "PostgreSQL: support_tickets uses support_tickets.delete, which does not exist", "SQL Server: ", "StatementRegistry.cs"]),
            ("CascadeTests.Edge_WhenItIsOneOfTheProducts_ShowsWhatItDoes", ["support_tickets=erase: support_tickets Deleted"]),
            ("CascadeTests.Entity_WhenItHangsOnACustomerOrIsPersonal_IsReachedByAnEdge", ["support_tickets"]));
    }

    [FactNeeding("dotnet", "git", "bash")]
    public async Task Kit_WhenWhatIsMissingIsFilledIn_Passes()
    {
        await using var repository = await ScratchRepository.CopyAsync(log);
        await GenerateAsync(repository);
        await repository.BuildAsync(withAnalyzers: false, Architecture);
        await PreparedBody.FillInAsync(repository);

        await repository.BuildAsync(withAnalyzers: true, Architecture, Application, Api, "FlexPrice.Domain.Tests");
        (await repository.TestAsync(Architecture)).ShouldPass();
        (await repository.TestAsync("FlexPrice.Domain.Tests", "FullyQualifiedName~SupportTicket")).ShouldPass("SupportTicketTests");
        (await repository.TestAsync(Application)).ShouldPass("FreezeCustomerHandlerTests", "SupportTicketsEdgeTests");
        (await repository.TestAsync(Api, "FullyQualifiedName~FreezeCustomer|FullyQualifiedName~SupportTickets|FullyQualifiedName~CellTests|FullyQualifiedName~IsolationTests|FullyQualifiedName~SentMessageTests|FullyQualifiedName~DeletionPolicyTests"))
            .ShouldPass("FreezeCustomerTests", "SupportTicketsEdgeTests", "CellTests", "IsolationTests", "SentMessageTests", "DeletionPolicyTests");
    }

    private static async Task GenerateAsync(ScratchRepository repository)
    {
        string[] ownHive = ["--debug:custom-hive", Path.Combine(repository.Folder, ".hive")];
        await repository.RunAsync("dotnet", ["new", "install", "build/templates", .. ownHive]);
        await repository.RunAsync("dotnet", ["new", "fp-command", "-n", "FreezeCustomer", "--feature", "Customers", "--intent", "Archive", "--body", .. ownHive]);
        await repository.RunAsync("dotnet", ["new", "fp-edge", "-n", "SupportTickets", "--entity", "SupportTicket", "--table", "support_tickets", "--prefix", "tick", .. ownHive]);
    }
}
