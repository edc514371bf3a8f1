using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Cascade;

/// <summary>Another customer that an action of an edge needs, such as a new parent. A parameter names it.</summary>
public interface ICascadeTarget
{
    /// <summary>The edge.</summary>
    string Edge { get; }

    /// <summary>The parameter.</summary>
    string Parameter { get; }

    /// <summary>Finds the customer.</summary>
    /// <param name="action">The edge's action.</param>
    /// <param name="sent">The value of the parameter; null when it was not sent.</param>
    /// <param name="root">The customer of the cascade.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The customer; none when the action needs none. Or the error of the parameter.</returns>
    Task<Result<TargetCustomer>> ResolveAsync(string action, string? sent, CustomerId root, CancellationToken cancellationToken);
}
