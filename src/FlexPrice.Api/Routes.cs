using FlexPrice.Api.Access;
using FlexPrice.Api.Customers;
using FlexPrice.Api.Deletions;
using FlexPrice.Api.Documentation;
using FlexPrice.Api.Integrations;
using FlexPrice.Api.Invoices;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Retention;
using FlexPrice.Api.Subscriptions;
using FlexPrice.Api.Usage;
using FlexPrice.Api.Wallets;
using FlexPrice.Api.Workflows;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace FlexPrice.Api;

/// <summary>All routes there are.</summary>
internal static class Routes
{
    /// <summary>The API itself: every endpoint needs a key.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1");
        api.WithMetadata(new RequiresKeyMetadata()).ProducesErrors().AddEndpointFilter<ConfirmedKeyFilter>().AddEndpointFilter<UnknownParameterFilter>().AddEndpointFilter<RefusedParameterFilter>();
        api.RequireSendsMetadata();
        api.MapCustomers();
        api.MapDeletions();
        api.MapRecipients();
        api.MapRetention();
        api.MapSubscriptions();
        api.MapInvoices();
        api.MapWallets();
        api.MapWorkflows();
        api.MapIntegrations();
        api.MapEvents();
        api.MapApiKeys();
    }

    /// <summary>Pages without authentication: health and documentation.</summary>
    public static void MapOpenPages(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", Readiness.Options);
        routes.MapApiDocumentation();
        routes.MapDocumentationPages();
    }
}
