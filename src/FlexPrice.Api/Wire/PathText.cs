using Microsoft.AspNetCore.Http.Features;

namespace FlexPrice.Api.Wire;

/// <summary>Free text in a path. The server leaves an encoded slash encoded, and cannot tell it from the literal text %2F any more; the raw path can.</summary>
internal static class PathText
{
    /// <summary>The last segment of the path, decoded exactly once.</summary>
    /// <param name="context">The request.</param>
    /// <param name="routed">What the router made of it; the answer when nothing in it was encoded.</param>
    public static string LastSegment(HttpContext context, string routed)
    {
        if (!routed.Contains('%', StringComparison.Ordinal) || context.Features.Get<IHttpRequestFeature>()?.RawTarget is not { Length: > 0 } target)
        {
            return routed;
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = (query < 0 ? target : target[..query]).TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
