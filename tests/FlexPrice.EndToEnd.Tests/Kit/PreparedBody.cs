namespace FlexPrice.EndToEnd.Tests.Kit;

/// <summary>What the guides ask for, done for a command that freezes customers and for the edge of their support tickets.</summary>
internal static class PreparedBody
{
    private const string Handler = "src/FlexPrice.Application/Customers/FreezeCustomer/FreezeCustomerHandler.cs";

    public static async Task FillInAsync(ScratchRepository repository)
    {
        // Code that was analyzed as generated is not analyzed again: that takes half a minute and proves nothing about the templates.
        Before(repository, "src/Directory.Build.props", "</Project>", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>");
        Before(repository, "tests/FlexPrice.Architecture.Tests/FlexPrice.Architecture.Tests.csproj", "<ItemGroup>", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>");

        repository.Edit("src/FlexPrice.Application/Customers/FreezeCustomer/FreezeCustomerCommand.cs", "\"todo:write\"", "Permission.CustomerWrite");
        repository.Edit("src/FlexPrice.Application/Customers/FreezeCustomer/FreezeCustomerCommand.cs", "TODO: what it does to a customer.", "Takes a customer out of business.");
        repository.Edit("src/FlexPrice.Api/Customers/FreezeCustomerRequest.cs", "TODO: what the request says.", "What somebody says about freezing a customer.");
        repository.Write(Handler, WithoutTheException(repository.Read(Handler)));
        Before(repository, "tests/FlexPrice.Api.Tests/Access/AccessTests.cs", "[\"PUT /v1/customers/{id}\"] =", "[\"POST /v1/customers/{id}/freeze\"] = \"customer:write\",\n        ");
        Before(repository, "tests/FlexPrice.Api.Tests/Access/IsolationTests.cs", "[\"PUT /v1/customers/{id}\"] =", "[\"POST /v1/customers/{id}/freeze\"] = \"\"\"{\"note\":\"Mine now\"}\"\"\",\n        ");
        Before(repository, "src/FlexPrice.Api/Routes.cs", "api.MapDeletions();", "api.MapFreezeCustomer();\n        ");

        Before(repository, "tests/FlexPrice.Architecture.Tests/Rules/SourceRules.cs", "\"Access\"]", "\"SupportTickets\", ");
        Before(repository, "src/FlexPrice.Application/CascadeOrder.cs", "\"legal_hold\",", "\"support_tickets\",\n        ");
        Before(repository, "src/FlexPrice.Infrastructure/Sql/Statements/StatementRegistry.cs", "RecipientStatements.Build(syntax),", "SupportTicketStatements.Build(syntax),\n            ");
        Before(repository, "src/FlexPrice.Domain/SupportTickets/SupportTicket.cs", "public string Subject", "[PersonalData(PersonalDataCategory.FreeForm)]\n    ");
        repository.Edit("src/FlexPrice.Domain/SupportTickets/SupportTicket.cs", "TODO: what the support tickets are to a customer.", "What a customer asked for.");
        Before(repository, "README.md", "| `legal_hold` |", "| `support_tickets` | `erase`, `block` |\n");
        await repository.RunAsync("bash", "build/add-migration.sh", "SupportTickets");
    }

    private static void Before(ScratchRepository repository, string file, string place, string text) => repository.Edit(file, place, text + place);

    private static string WithoutTheException(string handler) => string.Join('\n', handler.Split('\n')
        .Where(line => !line.StartsWith("#pragma", StringComparison.Ordinal))
        .Select(line => line.Contains("throw new NotImplementedException", StringComparison.Ordinal) ? "        return customer.Id;" : line));
}
