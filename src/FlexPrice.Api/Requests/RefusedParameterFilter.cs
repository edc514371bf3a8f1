using FlexPrice.Api.Errors;
using FlexPrice.Api.Wire;

namespace FlexPrice.Api.Requests;

/// <summary>Answers with the error of a parameter that could not be read.</summary>
internal sealed class RefusedParameterFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IBound { Error: { } refused })
            {
                return ValueTask.FromResult<object?>(refused.ToHttp());
            }
        }

        return next(context);
    }
}
