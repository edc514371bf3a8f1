namespace FlexPrice.Testing.Faults;

/// <summary>Concurrent requests while a fault happens: some create, some delete, some read, and some try to delete other tenants' customers. A request may fail only with the statement that nothing was changed.</summary>
internal sealed class Traffic(Installation installation, Fleet servers, Strangers strangers)
{
    private const int Each = 3;

    private readonly List<string> _deleted = [];
    private bool _isSent;

    /// <summary>Customers who were deleted.</summary>
    public IReadOnlyCollection<string> Deleted => _deleted;

    /// <summary>Sends the requests and waits for their answers.</summary>
    /// <returns>The judgement, for when the fault is over.</returns>
    public async Task<Func<Task>> SendAsync(IReadOnlyList<string> customers)
    {
        _isSent = true;
        var deletions = customers.Select(async customer => (Customer: customer, Answer: await servers.Client.DeleteAsync($"/v1/customers/{customer}"))).ToList();
        var readings = customers.Select(customer => servers.Client.GetAsync($"/v1/customers/{customer}")).ToList();
        var creations = customers.Select(_ => Arrange.NewExternalId()).Select(async name => (Name: name, Answer: await servers.Client.PostAsync("/v1/customers", Arrange.Customer(name)))).ToList();
        var attempts = customers.Select(strangers.TryToDeleteAsync).ToList();
        var deleted = await Task.WhenAll(deletions);
        var created = await Task.WhenAll(creations);
        var read = await Task.WhenAll(readings);
        var attempted = (await Task.WhenAll(attempts)).SelectMany(answers => answers).ToList();
        return async () =>
        {
            read.ShouldAllBe(answer => answer.Code == 200 || answer.Code == 404 || answer.Code == 503);
            attempted.ShouldAllBe(answer => answer.Code == 404 || answer.Code == 503);
            foreach (var (customer, answer) in deleted)
            {
                await JudgeDeletionAsync(customer, answer);
            }

            foreach (var (name, answer) in created)
            {
                answer.Code.ShouldBeOneOf([201, 503], answer.ToString());
                (await CountAsync("SELECT count(*) FROM customers WHERE external_id = @value", name)).ShouldBe(answer.Code == 201 ? 1 : 0, answer.ToString());
            }
        };
    }

    /// <summary>Refuses a run in which every request was rejected.</summary>
    public void CheckSomeSucceeded() => (_deleted.Count > 0 || !_isSent).ShouldBeTrue("of the other requests none got through");

    /// <summary>Records customers that another part of the test has deleted.</summary>
    public void NoteDeleted(IEnumerable<string> customers) => _deleted.AddRange(customers);

    /// <summary>Creates the customers of the requests.</summary>
    public async Task<IReadOnlyList<string>> PrepareAsync()
    {
        var customers = new List<string>();
        for (var number = 0; number < Each; number++)
        {
            customers.Add(await Arrange.CustomerAsync(servers.Client));
        }

        await servers.WaitForQuietAsync();
        return customers;
    }

    private async Task JudgeDeletionAsync(string customer, Answer answer)
    {
        answer.Code.ShouldBeOneOf([204, 503], answer.ToString());
        var records = await CountAsync("SELECT count(*) FROM deletions WHERE customer_id = @value", customer);
        records.ShouldBe(answer.Code == 204 ? 1 : 0, $"deletion records, and {answer}");
        (await CountAsync("SELECT count(*) FROM customers WHERE id = @value", customer)).ShouldBe(1 - records);
        (await CountAsync("SELECT count(*) FROM audit_entries WHERE subject_id = @value AND action = 'customer.deleted'", customer)).ShouldBe(records);
        if (records == 1)
        {
            _deleted.Add(customer);
        }
    }

    private Task<long> CountAsync(string sql, string value) => installation.Database.CountAsync(sql, ("@value", value));
}
