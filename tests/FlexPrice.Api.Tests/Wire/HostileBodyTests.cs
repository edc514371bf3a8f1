using System.Net;
using System.Text;
using System.Text.Json;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>Every endpoint with a body × every broken body: a 4xx with the union body, and no row is touched.</summary>
public abstract class HostileBodyTests(ApiFixture fixture)
{
    private static readonly (string Name, byte[] Body)[] Broken =
    [
        ("empty", []),
        ("blank", "   "u8.ToArray()),
        ("open", "{"u8.ToArray()),
        ("cut", """{"external_id":"a","name":"""u8.ToArray()),
        ("comment", "{} // no"u8.ToArray()),
        ("trailing comma", """{"limit":1,}"""u8.ToArray()),
        ("two values", "{}{}"u8.ToArray()),
        ("single quotes", "{'limit':1}"u8.ToArray()),
        ("array", "[]"u8.ToArray()),
        ("null", "null"u8.ToArray()),
        ("text", "\"text\""u8.ToArray()),
        ("number", "1"u8.ToArray()),
        ("NaN", """{"limit":NaN}"""u8.ToArray()),
        ("invalid UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']),
        ("UTF-16", Encoding.Unicode.GetBytes("""{"limit":1}""")),
        ("control character", "{\"name\":\"a\0b\"}"u8.ToArray()),
        ("U+0000 in a name", """{"metadata":{"\u0000":"a"}}"""u8.ToArray()),
        ("half a surrogate", """{"name":"\ud800"}"""u8.ToArray()),
        ("half a surrogate in an unknown field", """{"whatever":{"deep":["\udc00"]}}"""u8.ToArray()),
        ("nested 20,000 deep", Encoding.ASCII.GetBytes("""{"metadata":""" + string.Concat(Enumerable.Repeat("[", 20_000)) + string.Concat(Enumerable.Repeat("]", 20_000)) + "}")),
        ("objects 20,000 deep", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("""{"a":""", 20_000)) + "1" + new string('}', 20_000))),
        ("binary", [0x1F, 0x8B, 0x08, 0x00, 0xFF]),
    ];

    private World World => fixture.World;

    [Fact]
    public async Task Body_WhenBroken_IsA4xxInTheUnionBodyAndChangesNothing()
    {
        var (before, wrong) = (World.Database.Dump(), new List<string>());
        foreach (var endpoint in WithBody())
        {
            foreach (var (name, body) in Broken)
            {
                var answer = await World.Api.SendBytesAsync(endpoint.Method, endpoint.PathWith(Ids.New("cust")), body);
                if (DefectOf(answer) is { } defect)
                {
                    wrong.Add($"{endpoint.Name} with {name}: {answer.Status} {defect}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Body_WhenItIsNotAnnouncedAsJson_Is415()
    {
        var (before, wrong) = (World.Database.Dump(), new List<string>());
        foreach (var endpoint in WithBody())
        {
            foreach (var type in new[] { null, "text/plain", "application/xml", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "multipart/form-data; boundary=x" })
            {
                var answer = await World.Api.SendBytesAsync(endpoint.Method, endpoint.PathWith(Ids.New("cust")), "{}"u8.ToArray(), type);
                if (answer.Status != HttpStatusCode.UnsupportedMediaType || ErrorBody.DefectOf(answer) is not null || !answer.Details.ContainsKey("Content-Type"))
                {
                    wrong.Add($"{endpoint.Name} with {type}: {answer.Status} {answer.Text}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        World.Database.Dump().ShouldEqual(before);
    }

    // The fields of every request are enumerated from its type.
    [Fact]
    public async Task Field_WhenOfTheWrongType_IsNamedAndChangesNothing()
    {
        var (before, wrong, fields) = (World.Database.Dump(), new List<string>(), 0);
        foreach (var endpoint in WithBody())
        {
            foreach (var property in endpoint.BodyType!.GetProperties().Where(property => property.CanWrite))
            {
                var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
                var value = property.PropertyType == typeof(bool) || property.PropertyType == typeof(bool?) ? "5" : "true";
                var answer = await World.Api.SendTextAsync(endpoint.Method, endpoint.PathWith(Ids.New("cust")), $$"""{"{{name}}":{{value}}}""");
                fields++;
                if (answer.Status != HttpStatusCode.BadRequest || ErrorBody.DefectOf(answer) is not null || answer.Message != "Invalid request format" || !answer.Details.ContainsKey(name))
                {
                    wrong.Add($"{endpoint.Name} {name}: {answer.Status} {answer.Text}");
                }
            }
        }

        fields.ShouldBeGreaterThan(80);
        wrong.ShouldBeEmpty();
        World.Database.Dump().ShouldEqual(before);
    }

    [Fact]
    public async Task Field_WhenTextIsHostile_NeverBreaksTheServerOrLeavesHalfAChange()
    {
        var wrong = new List<string>();
        foreach (var endpoint in WithBody())
        {
            foreach (var property in endpoint.BodyType!.GetProperties().Where(property => property.PropertyType == typeof(string)))
            {
                var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
                foreach (var text in new[] { new string('x', 10_000), "\0", "a\nb", "' OR 1=1 --", "%_", "\ufffe", "  ", "\u202e" })
                {
                    var answer = await World.Api.PostOrPutAsync(endpoint, new Dictionary<string, string> { [name] = text });
                    if ((int)answer.Status >= 500 || ((int)answer.Status >= 400 && ErrorBody.DefectOf(answer) is not null))
                    {
                        wrong.Add($"{endpoint.Name} {name}={text[..Math.Min(10, text.Length)]}: {answer.Status} {answer.Text}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static string? DefectOf(Answer answer) => (int)answer.Status is >= 400 and < 500 ? ErrorBody.DefectOf(answer) : "is no 4xx";

    private List<ApiEndpoint> WithBody()
    {
        var endpoints = ApiEndpoint.Of(fixture.Host).Where(endpoint => endpoint.BodyType is not null).ToList();
        endpoints.Count.ShouldBeGreaterThan(14);
        return endpoints;
    }

    public sealed class OnSqlite(ApiOn<SqliteEngine> fixture) : HostileBodyTests(fixture), IClassFixture<ApiOn<SqliteEngine>>;

    public sealed class OnPostgreSql(ApiOn<PostgreSqlEngine> fixture) : HostileBodyTests(fixture), IClassFixture<ApiOn<PostgreSqlEngine>>;

    public sealed class OnSqlServer(ApiOn<SqlServerEngine> fixture) : HostileBodyTests(fixture), IClassFixture<ApiOn<SqlServerEngine>>;
}
