using FlexPrice.Api.Errors;
using FlexPrice.Api.Integrations;
using FlexPrice.Api.Requests;
using FlexPrice.Application.Integrations.ListIntegrationMappings;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Customers;

/// <summary>What a request wants to have expanded.</summary>
internal static class Expansion
{
    public const string Parameter = "expand";

    private const string Integrations = "integrations";

    public static Error? Check(string? expand) =>
        string.IsNullOrEmpty(expand) || expand == Integrations
            ? null
            : new Error(ErrorKind.Validation, RequestErrors.ValidationMessage).With(Parameter, $"Only '{Integrations}' can be expanded.");

    /// <summary>Customers as they are answered, with their integrations when the request wants them.</summary>
    public static async Task<Result<IReadOnlyList<CustomerResponse>>> ExpandAsync(
        this Sender sender,
        IReadOnlyList<Customer> customers,
        string? expand,
        CancellationToken cancellationToken)
    {
        var responses = customers.Select(CustomerResponse.Of).ToList();
        if (expand != Integrations)
        {
            return responses;
        }

        var query = new ListIntegrationMappingsQuery(IntegrationMapping.EntityType, [.. responses.Select(customer => customer.Id)]);
        var found = await sender.QueryAsync(query, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var mappings = found.Value.ToLookup(view => view.Mapping.CustomerId.Value, IntegrationMappingResponse.Of, StringComparer.Ordinal);
        return responses.Select(customer => customer with { Integrations = [.. mappings[customer.Id]] }).ToList();
    }
}
