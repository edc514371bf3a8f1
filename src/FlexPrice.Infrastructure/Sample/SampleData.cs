using System.Text.Json;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.GetCustomerByExternalId;
using FlexPrice.Application.Integrations.LinkIntegration;
using FlexPrice.Application.Invoices.CreateInvoice;
using FlexPrice.Application.Invoices.RecordInvoicePayment;
using FlexPrice.Application.Sample;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Application.Wallets.CreateWallet;
using FlexPrice.Application.Workflows.StartWorkflow;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Integrations;
using FlexPrice.Domain.Invoices;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Retention;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Persistence;
using MediatR;

namespace FlexPrice.Infrastructure.Sample;

/// <summary>Builds the sample family with the product's own commands, as the caller that the start-up became.</summary>
internal sealed class SampleData(
    FlexPriceSettings settings,
    IMediator mediator,
    FlexPriceDbContext context,
    IUnitOfWork unitOfWork,
    ICustomerRepository customers,
    IIdGenerator ids,
    TimeProvider clock) : ISampleData
{
    public async Task<SampleFamily?> EnsureAsync(CancellationToken cancellationToken)
    {
        if (!settings.SampleData)
        {
            return null;
        }

        var deletable = await FindAsync("sample-acme", cancellationToken) ?? await CreateAcmeAsync(cancellationToken);
        var refused = await FindAsync("sample-globex", cancellationToken) ?? await CreateGlobexAsync(cancellationToken);
        return new SampleFamily(deletable, refused);
    }

    private async Task<CustomerId> CreateAcmeAsync(CancellationToken cancellationToken)
    {
        var acme = await CreateAsync("sample-acme", "Acme Ltd", parent: null, cancellationToken);
        var branch = await FindAsync("sample-acme-berlin", cancellationToken) ?? await CreateAsync("sample-acme-berlin", "Acme Berlin", acme, cancellationToken);
        var subscription = await SubscribeAsync(acme, payer: null, "active", cancellationToken);
        await SubscribeAsync(branch, payer: acme, "trialing", cancellationToken);
        await BillAsync(acme, subscription, "Next month", cancellationToken);
        await BillAsync(acme, subscription: null, "Set-up", cancellationToken);
        await PayAsync(await BillAsync(acme, subscription: null, "Training", cancellationToken), cancellationToken);
        await OpenWalletAsync(acme, cancellationToken);
        await UseAsync("sample-acme", cancellationToken);
        await StartWorkflowAsync(acme, cancellationToken);
        await LinkAsync(acme, "cus_sample_acme", cancellationToken);
        return acme;
    }

    private async Task<CustomerId> CreateGlobexAsync(CancellationToken cancellationToken)
    {
        var globex = await CreateAsync("sample-globex", "Globex Corporation", parent: null, cancellationToken);
        var branch = await FindAsync("sample-globex-lisbon", cancellationToken) ?? await CreateAsync("sample-globex-lisbon", "Globex Lisbon", globex, cancellationToken);
        await SubscribeAsync(globex, payer: null, "active", cancellationToken);
        await SubscribeAsync(branch, payer: globex, "active", cancellationToken);
        await BillAsync(globex, subscription: null, "Set-up", cancellationToken);
        await OpenWalletAsync(globex, cancellationToken);
        await UseAsync("sample-globex", cancellationToken);
        await StartWorkflowAsync(globex, cancellationToken);
        await LinkAsync(globex, "cus_sample_globex", cancellationToken);
        await PlaceHoldAsync(globex, cancellationToken);
        return globex;
    }

    private async Task<CustomerId?> FindAsync(string externalId, CancellationToken cancellationToken) =>
        await mediator.Send(new GetCustomerByExternalIdQuery(externalId), cancellationToken) is { Error: null } found ? found.Value.Id : null;

    private async Task<CustomerId> CreateAsync(string externalId, string name, CustomerId? parent, CancellationToken cancellationToken)
    {
        var fields = new CustomerFields
        {
            Name = name,
            Email = $"billing@{externalId}.example",
            AddressCountry = "DE",
            Timezone = "Europe/Berlin",
            ParentCustomerId = parent?.Value,
        };
        return Id(await mediator.Send(new CreateCustomerCommand(externalId, fields), cancellationToken));
    }

    private async Task<SubscriptionId> SubscribeAsync(CustomerId customer, CustomerId? payer, string status, CancellationToken cancellationToken) => Id(await mediator.Send(
        new CreateSubscriptionCommand
        {
            Customer = new CustomerReference(customer.Value),
            InvoicingCustomerId = payer?.Value,
            PlanId = "plan_sample",
            Currency = "eur",
            BillingPeriod = "MONTHLY",
            SubscriptionStatus = status,
            LineItems = [new LineItemTerms("price_sample", "API calls", 1)],
        },
        cancellationToken));

    // A draft when it bills a subscription; otherwise it is issued at once and unpaid.
    private async Task<InvoiceId> BillAsync(CustomerId customer, SubscriptionId? subscription, string what, CancellationToken cancellationToken) => Id(await mediator.Send(
        new CreateInvoiceCommand
        {
            Customer = new CustomerReference(customer.Value),
            SubscriptionId = subscription?.Value,
            InvoiceType = subscription is null ? "ONE_OFF" : "SUBSCRIPTION",
            Currency = "eur",
            AmountDue = 119,
            Total = 119,
            Subtotal = 100,
            TotalTax = 19,
            Description = what,
            LineItems = [new InvoiceLineToCreate { Amount = 119, DisplayName = what }],
        },
        cancellationToken));

    private async Task PayAsync(InvoiceId invoice, CancellationToken cancellationToken) =>
        Id(await mediator.Send(new RecordInvoicePaymentCommand(invoice.Value, "SUCCEEDED", Amount: null), cancellationToken));

    private async Task OpenWalletAsync(CustomerId customer, CancellationToken cancellationToken) => Id(await mediator.Send(
        new CreateWalletCommand { Customer = new CustomerReference(customer.Value), Currency = "eur", Name = "Credits", InitialCreditsToLoad = 25 },
        cancellationToken));

    private async Task UseAsync(string externalId, CancellationToken cancellationToken)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["calls"] = JsonSerializer.SerializeToElement(120),
            ["region"] = JsonSerializer.SerializeToElement("eu-central"),
        };
        var used = new EventToIngest { EventName = "api.call", ExternalCustomerId = externalId, Source = "sample", Properties = properties };
        var result = await mediator.Send(new IngestEventsCommand([used, used, used]), cancellationToken);
        if (result.Error is { } error)
        {
            throw Failed(error);
        }
    }

    private async Task StartWorkflowAsync(CustomerId customer, CancellationToken cancellationToken) => Id(await mediator.Send(
        new StartWorkflowCommand(new CustomerReference(customer.Value), "CustomerOnboardingWorkflow"),
        cancellationToken));

    private async Task LinkAsync(CustomerId customer, string stripeId, CancellationToken cancellationToken) => Id(await mediator.Send(
        new LinkIntegrationCommand(IntegrationMapping.EntityType, customer.Value, "stripe", stripeId),
        cancellationToken));

    private async Task PlaceHoldAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var placed = await unitOfWork.ExecuteAsync<Result<bool>>(
            async token =>
            {
                var customer = (await customers.ListAsync(new AnyOf(id), token)).Single();
                context.LegalHolds.Add(LegalHold.Place(customer, ids.New<LegalHoldId>(), "Sample: a lawsuit", clock.GetUtcNow()));
                return true;
            },
            cancellationToken);
        if (placed.Error is { } error)
        {
            throw Failed(error);
        }
    }

    private static TId Id<TId>(CommandResult<TId> result)
        where TId : struct, ITypedId<TId> => result.Error is { } error ? throw Failed(error) : result.Id;

    private static InvalidOperationException Failed(Error error) => new($"The sample data could not be made: {error.Code}, {error.Message}.");

    private sealed class AnyOf : Specification<Customer>
    {
        public AnyOf(CustomerId id) => Query.Where(customer => customer.Id == id);
    }
}
