using System.Net;

namespace FlexPrice.Application.Abstractions;

/// <summary>The proxies whose <c>X-Forwarded-For</c> is trusted.</summary>
/// <param name="Networks">Where they are; none by default.</param>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks);
