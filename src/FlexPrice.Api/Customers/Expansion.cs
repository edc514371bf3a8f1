using FlexPrice.Api.Errors;
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

    public static CustomerResponse Expand(this CustomerResponse customer, string? expand) =>
        expand == Integrations ? customer with { Integrations = [] } : customer;
}
