using System.Net;

namespace FlexPrice.Application.Abstractions;

/// <summary>Whom the operator lets say where a request comes from.</summary>
/// <param name="Networks">Where they are; none by default.</param>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks);
