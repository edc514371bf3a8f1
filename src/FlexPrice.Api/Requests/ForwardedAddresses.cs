using FlexPrice.Application.Abstractions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace FlexPrice.Api.Requests;

/// <summary>
/// Takes a caller's address from <c>X-Forwarded-For</c> where <c>Proxies__Trusted</c> wrote it, and nothing else from any such header. Set last, because the framework
/// has a setting that trusts every proxy.
/// </summary>
internal sealed class ForwardedAddresses(TrustedProxies proxies) : IPostConfigureOptions<ForwardedHeadersOptions>
{
    public void PostConfigure(string? name, ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = proxies.Networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }
}
