using FlexPrice.Api.Documentation;
using FlexPrice.Api.Errors;

namespace FlexPrice.Api.Requests;

/// <summary>Refuses query parameters that a command does not know. The choices of a deletion are refused by the planner, which knows the edges.</summary>
internal sealed class UnknownParameterFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var query = context.HttpContext.Request.Query;
        if (query.Count == 0
            || context.HttpContext.GetEndpoint()?.Metadata is not { } metadata
            || metadata.GetMetadata<CommandMetadata>() is null
            || metadata.GetMetadata<CascadeChoicesMetadata>() is not null)
        {
            return next(context);
        }

        // Case-insensitive, as they are read.
        var known = metadata.GetOrderedMetadata<QueryParameterMetadata>().Select(parameter => parameter.Name).ToList();
        var unknown = query.Keys.Except(known, StringComparer.OrdinalIgnoreCase).ToList();
        return unknown.Count == 0 ? next(context) : ValueTask.FromResult<object?>(RequestErrors.UnknownParameters(unknown, known).ToHttp());
    }
}
