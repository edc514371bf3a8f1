using System.Reflection;
using FlexPrice.Api.Documentation;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlexPrice.Api.Wire;

/// <summary>The JSON body of a request.</summary>
/// <typeparam name="T">What it must be.</typeparam>
internal sealed class Body<T> : IBound, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? _value;

    private Body(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    public Error? Error { get; }

    public T Value => _value ?? throw new InvalidOperationException("The body was refused.");

    public static async ValueTask<Body<T>> BindAsync(HttpContext context)
    {
        var read = await BodyReader.ReadAsync(context);
        if (read.Error is not null)
        {
            return new Body<T>(null, read.Error);
        }

        using var bytes = read.Value;
        var parsed = BodyParser.Parse<T>(bytes.Written);
        return parsed.Error is null && (parsed.Value as ICheckedRequest)?.Check() is { } refused
            ? new Body<T>(null, refused)
            : new Body<T>(parsed.Error is null ? parsed.Value : null, parsed.Error);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new Accepts());
        DocumentationConventions.AddBodyFailures(builder);
    }

    // For the documentation only. Without content types the router refuses no request; BodyReader reports what is wrong.
    private sealed class Accepts : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes => [];

        public Type RequestType => typeof(T);

        public bool IsOptional => false;
    }
}
