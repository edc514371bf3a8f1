using System.Text.Json;
using System.Text.RegularExpressions;
using FlexPrice.Api.Errors;
using FlexPrice.Api.Tests.Wire;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Tests.Errors;

/// <summary>What hints advise can be done: every operation is one of the running program's, with the fields that its body names.</summary>
public sealed partial class HintTests(ApiOn<SqliteEngine> fixture) : IClassFixture<ApiOn<SqliteEngine>>
{
    private static readonly string[] OnTheWire =
    [
        "GET /v1/customers/external/{external_id}",
        "PUT /v1/customers/{id} {\"status\":\"published\"}",
        "PUT /v1/customers/{id} {\"parent_customer_id\":\"\"}",
        "GET /v1/subscriptions/{id}",
        "POST /v1/subscriptions/{id}/cancel {\"cancellation_type\":\"immediate\"}",
        "PUT /v1/subscriptions/{id} {\"invoicing_customer_id\":\"cust_…\"}",
        "POST /v1/invoices",
        "GET /v1/invoices/{id}",
        "POST /v1/invoices/{id}/finalize",
        "POST /v1/invoices/{id}/void",
        "PUT /v1/invoices/{id}/payment {\"payment_status\":\"SUCCEEDED\"}",
        "POST /v1/wallets",
        "POST /v1/wallets/{id}/terminate",
        "GET /v1/workflows/{id}",
        "POST /v1/workflows/{id}/stop",
        "POST /v1/events/bulk",
        "GET /v1/settings/deletion-policy",
        "PUT /v1/settings/deletion-policy {\"deletions_per_hour\":…}",
        "GET /v1/deletions/{id}",
        "POST /v1/deletions/{id}/recipients/{recipient_id}/waive {\"reason\":\"…\"}",
    ];

    [Fact]
    public void Operation_WhenAHintMentionsIt_IsAnEndpointOfTheProgram()
    {
        var endpoints = ApiEndpoint.Of(fixture.Host);

        Enum.GetValues<Operation>().SelectMany(operation => FaultsOf(operation.ToString(), OperationCalls.Of(operation), endpoints)).ShouldBeEmpty();
    }

    [Fact]
    public void Operation_WhenItIsNoEndpointOrNamesAnUnknownField_IsCaught()
    {
        var endpoints = ApiEndpoint.Of(fixture.Host);

        FaultsOf("A", new OperationCall("GET", "/v1/plans"), endpoints).ShouldBe(["A: there is no GET /v1/plans."]);
        FaultsOf("B", new OperationCall("POST", "/v1/invoices/{id}"), endpoints).ShouldBe(["B: there is no POST /v1/invoices/{id}."]);
        FaultsOf("C", new OperationCall("PUT", "/v1/customers/{id}", "{\"state\":\"published\"}"), endpoints).ShouldBe(["C: PUT /v1/customers/{id} has no field state."]);
        FaultsOf("D", new OperationCall("POST", "/v1/wallets/{id}/terminate", "{\"name\":\"\"}"), endpoints).ShouldBe(["D: POST /v1/wallets/{id}/terminate has no field name."]);
    }

    [Fact]
    public void Operations_OnTheWire_AreWhatClientsKnow() =>
        Enum.GetValues<Operation>().Select(operation => ((Hint)$"{operation}").ToWire()).ShouldBe(OnTheWire);

    [Fact]
    public void Hint_WhenItNamesAnIdOrAPart_IsRenderedWithIt()
    {
        var archived = Domain.Customers.CustomerErrors.Archived(Domain.Customers.CustomerId.From("cust_1"), "No");

        ErrorResponse.Of(archived, 400).Details["customer_id"].ShouldBe("cust_1 is archived. Publish it first: PUT /v1/customers/cust_1 {\"status\":\"published\"}.");
        ((Hint)$"{Operation.GetDeletionPolicy.Address()}").ToWire().ShouldBe("/v1/settings/deletion-policy");
        Enum.GetValues<CallPart>().Select(part => ((Hint)$"{part}").ToWire()).ShouldBe(["'x-api-key: <key>' or 'Authorization: Bearer <key>'", "Idempotency-Key", "Retry-After"]);
    }

    [Fact]
    public void Error_WhenItIsAboutAPartOfTheRequest_NamesTheHeader()
    {
        var response = ErrorResponse.Of(Application.Pipeline.IdempotencyErrors.KeyOfAnotherRequest(), 400);

        response.Message.ShouldBe("The Idempotency-Key was used for a different request");
        response.Details.ShouldHaveSingleItem().ShouldBe(new("Idempotency-Key", "Send a new key for a new request; send the same key only to repeat the very same request."));
        response.Error.Details.ShouldBe(response.Details);
    }

    private static IEnumerable<string> FaultsOf(string operation, OperationCall call, IReadOnlyList<ApiEndpoint> endpoints)
    {
        if (endpoints.SingleOrDefault(endpoint => endpoint.Name == $"{call.Method} {call.Route}") is not { } endpoint)
        {
            return [$"{operation}: there is no {call.Method} {call.Route}."];
        }

        var known = endpoint.BodyType?.GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)) ?? [];
        return Field().Matches(call.Body ?? "").Select(match => match.Groups["name"].Value).Except(known, StringComparer.Ordinal)
            .Select(field => $"{operation}: {endpoint.Name} has no field {field}.");
    }

    [GeneratedRegex("\"(?<name>\\w+)\":", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
