using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>Every list, map and text of every request body × one that is too long: a 400 that names the field, and the same for query parameters. All of them are enumerated from the running program.</summary>
public sealed partial class RequestLimitTests(ApiOn<SqliteEngine> fixture) : IClassFixture<ApiOn<SqliteEngine>>, IOn<SqliteEngine>
{
    // Longer than any list or text may be, and shorter than the longest body.
    private const int TooMany = 1001;

    private static readonly string LongText = new('x', 70_000);

    // The application knows one of the two names.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["inheritance.parent_subscription_id"] = "parent_subscription_id" };

    private World World => fixture.World;

    [Fact]
    public async Task Field_WhenItIsTooLong_IsRefusedByName()
    {
        var (before, wrong, fields) = (World.Database.Dump(), new List<string>(), 0);
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host).Where(endpoint => endpoint.BodyType is not null))
        {
            foreach (var (field, body, isText) in BodiesOf(endpoint.BodyType!))
            {
                var answer = await World.Api.SendTextAsync(endpoint.Method, endpoint.PathWith(Ids.New("cust")), body);
                fields++;
                if (!IsRefused(answer, Renamed.GetValueOrDefault(field, field), isText))
                {
                    wrong.Add($"{endpoint.Name} {field} ({body[..Math.Min(60, body.Length)]}…): {answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
                }
            }
        }

        fields.ShouldBeGreaterThan(150);
        wrong.ShouldBeEmpty();
        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Parameter_WhenItIsTooLong_IsRefusedByName()
    {
        var (wrong, parameters) = (new List<string>(), 0);
        foreach (var endpoint in ApiEndpoint.Of(fixture.Host))
        {
            foreach (var (name, isRepeatable) in endpoint.Parameters)
            {
                var path = endpoint.PathWith(Ids.New("cust")).Split('?')[0];
                var queries = isRepeatable ? [$"{name}={LongText}", string.Join('&', Enumerable.Repeat($"{name}=x", TooMany))] : new[] { $"{name}={LongText}" };
                foreach (var query in queries)
                {
                    var answer = await World.Api.SendTextAsync(endpoint.Method, $"{path}?{query}", "{}");
                    parameters++;
                    if (!IsRefused(answer, name, isText: true))
                    {
                        wrong.Add($"{endpoint.Name} {name}: {answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
                    }
                }
            }
        }

        parameters.ShouldBeGreaterThan(15);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DELETE", "/v1/customers/{0}")]
    [InlineData("GET", "/v1/customers/{0}/deletion-plan")]
    public async Task Choices_WhenThereAreTooMany_AreRefused(string method, string path)
    {
        var query = string.Join('&', Enumerable.Range(0, TooMany).Select(number => $"p{number}=x"));

        var answer = await World.Api.SendAsync(new HttpMethod(method), $"{path.Replace("{0}", await World.CustomerAsync(), StringComparison.Ordinal)}?{query}", null);

        answer.ShouldNameField("query").Details.Count.ShouldBe(1);
    }

    // A list that is too long has one fault, not one for each of its entries.
    [Fact]
    public async Task Answer_WhenAListIsTooLong_IsShort()
    {
        var answer = await World.Api.PostAsync("/v1/customers/search", new { filters = Enumerable.Repeat(new { }, 100_000) });

        answer.ShouldNameField("filters").Text.Length.ShouldBeLessThan(2000);
    }

    private static bool IsRefused(Answer answer, string field, bool isText) =>
        answer.Status == HttpStatusCode.BadRequest
        && ErrorBody.DefectOf(answer) is null
        && answer.Details.Any(detail => Index().Replace(detail.Key, "") == field && (isText || detail.Value!.GetValue<string>().Contains("at most", StringComparison.Ordinal)));

    private static IEnumerable<(string Field, string Body, bool IsText)> BodiesOf(Type body) =>
        ExcessesOf(body).Select(excess => (excess.Field, excess.Value.ToJsonString(), excess.IsText));

    private static IEnumerable<(string Field, JsonNode Value, bool IsText)> ExcessesOf(Type type) =>
        from property in type.GetProperties()
        where property.CanWrite
        let name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)
        from excess in ExcessesOfValue(property.PropertyType)
        select (excess.Field.Length == 0 ? name : $"{name}.{excess.Field}", (JsonNode)new JsonObject { [name] = excess.Value }, excess.IsText);

    private static IEnumerable<(string Field, JsonNode Value, bool IsText)> ExcessesOfValue(Type type)
    {
        if (type == typeof(string))
        {
            return [("", JsonValue.Create(LongText), true)];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return
            [
                ("", new JsonObject(Enumerable.Range(0, TooMany).Select(number => KeyValuePair.Create($"k{number}", (JsonNode?)"v"))), false),
                ("", new JsonObject { [LongText] = "v" }, false),
                ("", new JsonObject { ["k"] = LongText }, false),
            ];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var many = new JsonArray([.. Enumerable.Range(0, TooMany).Select(_ => item == typeof(string) ? (JsonNode)"x" : new JsonObject())]);
            return
            [
                ("", many, false),
                .. ExcessesOfValue(item).Select(inner => (inner.Field, (JsonNode)new JsonArray(inner.Value), inner.IsText)),
            ];
        }

        return type.Assembly == typeof(Program).Assembly ? ExcessesOf(type) : [];
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
