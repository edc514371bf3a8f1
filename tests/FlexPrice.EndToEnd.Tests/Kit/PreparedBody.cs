namespace FlexPrice.EndToEnd.Tests.Kit;

/// <summary>What the guides ask for, done for a command that freezes customers and for the edge of their support tickets.</summary>
internal static class PreparedBody
{
    private const string Handler = "src/FlexPrice.Application/Customers/FreezeCustomer/FreezeCustomerHandler.cs";

    public static async Task FillInAsync(ScratchRepository repository)
    {
        // What was analyzed as it was generated is not analyzed once more: that takes half a minute and says nothing about the templates.
        Before(repository, "src/Directory.Build.props", "</Project>", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>");
        Before(repository, "tests/FlexPrice.Architecture.Tests/FlexPrice.Architecture.Tests.csproj", "<ItemGroup>", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>");

        repository.Edit("src/FlexPrice.Application/Customers/FreezeCustomer/FreezeCustomerCommand.cs", "\"todo:write\"", "Permission.CustomerWrite");
        repository.Write(Handler, WithoutTheException(repository.Read(Handler)));
        Before(repository, "src/FlexPrice.Api/Routes.cs", "api.MapDeletions();", "api.MapFreezeCustomer();\n        ");

        Before(repository, "tests/FlexPrice.Architecture.Tests/Rules/SourceRules.cs", "\"Access\"]", "\"SupportTickets\", ");
        Before(repository, "src/FlexPrice.Application/Cascade/CascadeOrder.cs", "\"legal_hold\",", "\"support_tickets\",\n        ");
        Before(repository, "src/FlexPrice.Infrastructure/Persistence/Statements/StatementRegistry.cs", "RecipientStatements.In(syntax),", "SupportTicketStatements.In(syntax),\n            ");
        Before(repository, "src/FlexPrice.Domain/SupportTickets/SupportTicket.cs", "public string Subject", "[PersonalData(PersonalDataCategory.FreeForm)]\n    ");
        await repository.RunAsync("bash", "build/add-migration.sh", "SupportTickets");
    }

    private static void Before(ScratchRepository repository, string file, string place, string text) => repository.Edit(file, place, text + place);

    private static string WithoutTheException(string handler) => string.Join('\n', handler.Split('\n')
        .Where(line => !line.StartsWith("#pragma", StringComparison.Ordinal))
        .Select(line => line.Contains("throw new NotImplementedException", StringComparison.Ordinal) ? "        return customer.Id;" : line));
}
