using System.Text.Json;

namespace FlexPrice.EndToEnd.Tests.Sdk;

/// <summary>FlexPrice's own SDK, freshly installed with the version of zod that npm chooses today, against the running server.</summary>
public sealed class OfficialSdkTests : IOn<SqliteEngine>
{
    private const string Typed = "ErrorsErrorsErrorResponse";
    private const string Untyped = "SDKError";

    [FactNeeding("node", "npm", "bash")]
    public async Task OfficialSdk_WhenItLivesThroughACustomersLife_UnderstandsEveryAnswer()
    {
        await using var installation = Installation.For("sdk", Engine.Of(this));
        await using var server = await installation.StartAsync();

        var run = await SdkRun.RunAsync(server);

        var zod = run.Result("zod").GetString()!;
        Version.Parse(zod).ShouldBeGreaterThanOrEqualTo(new Version(4, 4), "the zod whose optional() refuses absent keys");
        CreatesAndReads(run);
        Queries(run);
        Deletes(run);
        RefusesStrangers(run);
    }

    private static void CreatesAndReads(SdkRun run)
    {
        var created = run.Result("create");
        var id = Text(created, "id");
        id.ShouldStartWith("cust_");
        Text(created, "externalId").ShouldBe("sdk a@b:c/d");
        Text(created, "name").ShouldBe("Ada Lovelace");
        Text(created, "email").ShouldBe("ada@example.com");
        Text(created, "addressLine1").ShouldBe("12 St James's Square");
        Text(created, "addressPostalCode").ShouldBe("SW1Y 4JH");
        Text(created, "addressCountry").ShouldBe("GB");
        Text(created, "status").ShouldBe("published");
        Text(created.GetProperty("metadata"), "tier").ShouldBe("gold");

        run.Error("create without a name", Typed, 400).ShouldBe("Request validation failed");
        run.Error("duplicate", Untyped, 409).ShouldContain("A customer with this identifier already exists");
        run.Result("get").GetRawText().ShouldBe(created.GetRawText());
        run.Result("get by external id").GetRawText().ShouldBe(created.GetRawText());
        run.Error("get by unknown external id", Typed, 404).ShouldBe("Customer with lookup key sdk-nobody was not found");

        var updated = run.Result("update");
        Text(updated, "id").ShouldBe(id);
        Text(updated, "name").ShouldBe("Countess of Lovelace");
        Text(updated, "email").ShouldBe("ada@example.com");
        Text(updated.GetProperty("metadata"), "tier").ShouldBe("platinum");
        var updatedAgain = run.Result("update by external id");
        Text(updatedAgain, "id").ShouldBe(id);
        Text(updatedAgain, "name").ShouldBe("Countess of Lovelace");
        Text(updatedAgain, "email").ShouldBe("countess@example.com");
        Text(run.Result("create child"), "parentCustomerId").ShouldBe(id);
    }

    private static void Queries(SdkRun run)
    {
        Found(run, "query all").ShouldBe(["sdk-page-5", "sdk-page-4", "sdk-page-3", "sdk-page-2", "sdk-page-1", "sdk-child", "sdk a@b:c/d"]);
        Found(run, "query by email").ShouldBe(["sdk-page-3"]);
        Found(run, "query by external ids").ShouldBe(["sdk-page-2", "sdk-page-1"]);
        Found(run, "query by parent").ShouldBe(["sdk-child"]);
        Found(run, "query filtered").ShouldBe(["sdk-page-5", "sdk-page-4", "sdk-page-3", "sdk-page-2", "sdk-page-1"]);
        Found(run, "query sorted, first page").ShouldBe(["sdk-page-5", "sdk-page-4"]);
        Found(run, "query sorted, next page").ShouldBe(["sdk-page-3", "sdk-page-2"]);

        // The offset is the one to use for the next page, as in FlexPrice.
        var pagination = run.Result("query sorted, first page").GetProperty("pagination");
        pagination.GetProperty("total").GetInt32().ShouldBe(5);
        pagination.GetProperty("limit").GetInt32().ShouldBe(2);
        pagination.GetProperty("offset").GetInt32().ShouldBe(2);
        run.Error("query with an unknown field", Typed, 400).ShouldNotBeNullOrWhiteSpace();
    }

    private static void Deletes(SdkRun run)
    {
        run.Error("delete with a child", Typed, 400).ShouldBe("The customer has child customers");
        run.Result("delete the child").ValueKind.ShouldBe(JsonValueKind.Null);
        run.Result("delete").ValueKind.ShouldBe(JsonValueKind.Null);
        run.Error("delete again", Untyped, 404).ShouldContain("was not found");
        run.Error("get deleted", Untyped, 404).ShouldContain("deletion_id");
        run.Error("get deleted by external id", Typed, 404).ShouldBe("Customer with lookup key sdk a@b:c/d was not found");
        run.Error("delete unknown id", Untyped, 404).ShouldContain("Customer with ID cust_01J00000000000000000000000 was not found");
        run.Error("get malformed id", Untyped, 404).ShouldContain("Customer with ID nonsense was not found");

        var successor = run.Result("create again with the external id of the deleted");
        Text(successor, "id").ShouldNotBe(Text(run.Result("create"), "id"));
        Text(successor, "email").ShouldBeEmpty();
        successor.TryGetProperty("metadata", out _).ShouldBeFalse("a successor inherits nothing; the SDK leaves null out");
    }

    private static void RefusesStrangers(SdkRun run)
    {
        run.Error("get with a wrong key", Untyped, 401).ShouldContain("Unauthorized");
        run.Error("delete with a wrong key", Untyped, 401).ShouldContain("Unauthorized");
        run.Error("get by external id with a wrong key", Untyped, 401).ShouldContain("Unauthorized");
    }

    private static IEnumerable<string> Found(SdkRun run, string step) =>
        run.Result(step).GetProperty("items").EnumerateArray().Select(item => Text(item, "externalId"));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new InvalidOperationException($"There is no text {name} in {element}");
}
