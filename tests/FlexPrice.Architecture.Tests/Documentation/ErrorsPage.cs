using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Architecture.Tests.Documentation;

/// <summary>Renders <c>docs/errors.md</c> from the product's error types: their code, message and details from calling them, their meaning from what is written above them.</summary>
internal static partial class ErrorsPage
{
    private const string Suffix = "Errors";

    // Choose among the others.
    private const string Chooser = "Of";

    private static readonly (Type? Type, string Title)[] FirstChapters =
    [
        (typeof(Api.Errors.RequestErrors), "Every request"),
        (typeof(Domain.Access.AccessErrors), "Access"),
        (typeof(Application.Pipeline.IdempotencyErrors), "Idempotency-Key"),
        (typeof(PersistenceErrors), "Several at once"),
        (typeof(Domain.Customers.CustomerErrors), "Customers"),
        (typeof(Application.Customers.CustomerReferenceErrors), "Naming a customer"),
        (typeof(Domain.Cascade.CascadeErrors), "Deletions and plans"),
        (typeof(Domain.Deletions.DeletionErrors), "Deletions"),
        (typeof(Domain.Deletions.RecipientErrors), "Recipients of deletions"),
    ];

    public static IReadOnlyList<Type> Types { get; } =
    [
        .. Product.Types.Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith(Suffix, StringComparison.Ordinal))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static string Render()
    {
        var page = new StringBuilder();
        page.Append("""
            # Errors

            Generated from the error types; a test fails when this page is out of date, and with `FLEXPRICE_UPDATE_DOCS=1` it writes it.

            Every answer under `/v1` that is no success has the body

            ```json
            {"code":"…","message":"…","http_status_code":400,"details":{},"success":false,"error":{"message":"…","internal_error":"","details":{}}}
            ```

            `code` is for programs and does not change. `message` is FlexPrice's wherever FlexPrice has one. `details` says per field what is wrong and what to do; what stands in braces
            below is filled in. An error never tells anything about a person beyond what the same request sent.

            ## Codes

            | code | status | when |
            |---|---|---|

            """);
        foreach (var kind in Enum.GetValues<ErrorKind>())
        {
            page.AppendLine($"| `{new Error(kind, "").Code}` | {ErrorRules.StatusOnTheWire(kind)} | {CodeNote().Replace(XmlSummary.Of($"F:{typeof(ErrorKind).FullName}.{kind}", typeof(ErrorKind).Assembly), "")} |");
        }

        page.Append("""

            `Retry-After` is a header of every 429 and 503 and of whatever else has `details.retry_after`; it counts seconds.

            ## Wrong fields

            A request whose fields are wrong is a 400 `validation_error` with the message `Request validation failed` (`Invalid filter parameters` for the page of a list, `Invalid request payload`
            for usage events) and one entry of `details` for every wrong field, all at once. A body that is no JSON, or a value of the wrong JSON type, is `Invalid request format`.

            """);
        foreach (var (title, type) in Chapters())
        {
            AppendChapter(page, title, type);
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<(string Title, Type Type)> Chapters() =>
        FirstChapters.Select(chapter => (chapter.Title, chapter.Type!))
            .Concat(Types.Where(type => FirstChapters.All(chapter => chapter.Type != type)).Select(type => (type.Namespace!.Split('.')[^1], type)));

    private static void AppendChapter(StringBuilder page, string title, Type type)
    {
        var methods = type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(Error) && !method.IsPrivate && !method.Name.StartsWith(Chooser, StringComparison.Ordinal))
            .OrderBy(method => method.MetadataToken)
            .ToList();
        if (methods.Count == 0)
        {
            return;
        }

        page.AppendLine().AppendLine($"## {title}").AppendLine().AppendLine("| code | message | meaning | details |").AppendLine("|---|---|---|---|");
        foreach (var sample in methods.Select(ErrorSample.Of))
        {
            var wire = Api.Errors.ErrorResponse.Of(sample.Error, ErrorRules.StatusOnTheWire(sample.Error.Kind));
            var details = wire.Details.Select(detail => $"`{detail.Key}`: {Escape(sample.Describe(detail.Value))}");
            var cells = new[]
            {
                $"`{sample.Error.Code}`",
                Escape(sample.Named(wire.Message)),
                XmlSummary.Of(NameOf(sample.Method), type.Assembly),
                string.Join("<br>", details),
            };
            page.AppendLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    // The compiler writes a member's XML docs under this name.
    private static string NameOf(MethodInfo method)
    {
        var parameters = string.Join(",", method.GetParameters().Select(parameter => NameOf(parameter.ParameterType)));
        return $"M:{method.DeclaringType!.FullName}.{method.Name}" + (parameters.Length == 0 ? "" : $"({parameters})");
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(",", type.GetGenericArguments().Select(NameOf))}}}"
        : type.FullName!;

    [GeneratedRegex(@" Wire code `\w+`\.$")]
    private static partial Regex CodeNote();
}
