using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Telemetry;
using FlexPrice.Application.Usage.IngestEvents;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Access;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>Two who change the same thing at once.</summary>
public sealed class ConflictTests : IAsyncLifetime, IOn<PostgreSqlEngine>
{
    private Store _store = null!;

    private IDispatcher Attempts => _store.Attempts;

    public async Task InitializeAsync() => _store = await Store.StartAsync(new PostgreSqlEngine());

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Step_WhenSomebodyElseChangedTheSame_IsDoneAgainOnWhatTheyLeft()
    {
        var customer = await CreateAsync("ada");
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        var tries = 0;
        using var retries = new Measured<long>(FlexPriceTelemetry.Retries);

        var email = await request.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteStepAsync<string>(
            async token =>
            {
                var loaded = await context.Customers.SingleAsync(known => known.Id == customer, token);
                if (++tries == 1)
                {
                    (await Attempts.ExecuteAsync(Caller.SystemOf(_store.Scope), new UpdateCustomerCommand(new CustomerReference(customer.Value), null, new CustomerFields { Email = "ada@example.com" }, null), token)).Error.ShouldBeNull();
                }

                loaded.Archive(new Change(Store.Noon, ""));
                return loaded.Email;
            },
            CancellationToken.None);

        tries.ShouldBe(2);
        retries.Lines.ShouldBe(["1"]);
        email.ShouldBe("ada@example.com");
        _store.ReadOne("SELECT email, status, version FROM customers").ShouldBe("ada@example.com|archived|2");
        _store.ReadOne("SELECT count(*) FROM outbox_messages WHERE event_name = 'customer_archived'").ShouldBe("1");
    }

    [Fact]
    public async Task Creation_WhenManyUseOneExternalId_OneHasItAndTheOthersHearWhoDoes()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Attempts.ExecuteAsync(Caller.SystemOf(_store.Scope), new CreateCustomerCommand("ada", new CustomerFields { Name = "Ada" }), CancellationToken.None)));

        answers.Count(answer => answer.Error is null).ShouldBe(1);
        answers.Where(answer => answer.Error is not null).ShouldAllBe(answer => answer.Error!.Kind == ErrorKind.AlreadyExists && answer.Error.Message != PersistenceErrors.AlreadyExists().Message);
        _store.ReadOne("SELECT count(*) FROM customers").ShouldBe("1");
    }

    // A customer that takes an external id sees the usage collected under it, and a deleted customer leaves nothing under an id that it had.
    [Fact]
    public async Task Usage_WhenItArrivesWhileItsExternalIdChangesHands_IsLeftWithNobodyElse()
    {
        foreach (var meter in Enumerable.Range(0, 8).Select(round => $"meter-{round}"))
        {
            await AgainstUsageAsync(meter, new CreateCustomerCommand(meter, new CustomerFields()));
            _store.ReadOne("SELECT count(*) FROM usage_subjects s JOIN customers c ON c.external_id_hash = s.external_id_hash WHERE s.customer_id IS NULL").ShouldBe("0", meter);

            var id = _store.ReadOne($"SELECT id FROM customers WHERE external_id = '{meter}'");
            await AgainstUsageAsync(meter, new UpdateCustomerCommand(new CustomerReference(id), $"next-{meter}", new CustomerFields(), null));
            _store.ReadOne("SELECT count(*) FROM usage_subjects s JOIN customers c ON c.id = s.customer_id WHERE s.external_id_hash <> c.external_id_hash").ShouldBe("0", meter);

            await AgainstUsageAsync(meter, new DeleteCustomerCommand(id, new Dictionary<string, string>(), null));
            _store.ReadOne("SELECT count(*) FROM usage_subjects").ShouldBe("0", meter);
        }
    }

    private async Task AgainstUsageAsync<TResponse>(string externalId, ICommand<TResponse> command)
        where TResponse : IResult<TResponse>
    {
        var changing = Attempts.ExecuteAsync(Caller.SystemOf(_store.Scope), command, CancellationToken.None);
        var arriving = Enumerable.Range(0, 4).Select(_ => Attempts.ExecuteAsync(
            Caller.SystemOf(_store.Scope),
            new IngestEventsCommand([new EventToIngest { EventName = "call", ExternalCustomerId = externalId }, new EventToIngest { EventName = "call", ExternalCustomerId = externalId, Timestamp = Store.Noon }]),
            CancellationToken.None));
        (await Task.WhenAll(arriving)).ShouldAllBe(answer => answer.Error == null);
        (await changing).Error.ShouldBeNull();
    }

    private async Task<CustomerId> CreateAsync(string externalId) =>
        (await _store.SendAsync(new CreateCustomerCommand(externalId, new CustomerFields { Name = "Ada" }))).Id;
}
