using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Usage;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Usage;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Customers;

/// <summary>What handlers of customers need, over written-down customers and usage subjects.</summary>
internal sealed class CustomerBench
{
    public CustomerBench(params Customer[] customers)
    {
        Customers = new InMemoryCustomers(customers);
        Resolver = new CustomerResolver(Customers, Locks, new PlainHasher(), Caller);
        Parents = new ParentResolver(Customers, Resolver, Locks);
        Usage.FindSubjectAsync(Arg.Any<LookupHash>(), Arg.Any<CancellationToken>())
            .Returns(call => Subjects.FirstOrDefault(subject => subject.ExternalIdHash == call.Arg<LookupHash>()));
        Usage.FindSubjectsAsync(Arg.Any<IReadOnlyCollection<LookupHash>>(), Arg.Any<IReadOnlyCollection<CustomerId>>(), Arg.Any<CancellationToken>())
            .Returns(call => Subjects.Where(subject =>
                (subject.ExternalIdHash is { } hash && call.Arg<IReadOnlyCollection<LookupHash>>().Contains(hash)) ||
                (subject.CustomerId is { } owner && call.Arg<IReadOnlyCollection<CustomerId>>().Contains(owner))).ToList());
        Holders = new InMemoryHolders(Customers, Past);
        Holdings = new ExternalIdHoldings(Past, new InMemoryHolders(Customers, Past), new CollectedUsage(Usage), Locks);
    }

    public TestCaller Caller { get; } = new();

    public InMemoryCustomers Customers { get; }

    public IList<UsageSubject> Subjects { get; } = [];

    public IUsageStore Usage { get; } = Substitute.For<IUsageStore>();

    public IRowLocks Locks { get; } = Substitute.For<IRowLocks>();

    public InMemoryRepository<PastHolding> Past { get; } = new();

    public InMemoryHolders Holders { get; }

    public ExternalIdHoldings Holdings { get; }

    public CountingIds Ids { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Given.At(5).At);

    public CustomerResolver Resolver { get; }

    public ParentResolver Parents { get; }

    public UsageSubject AddSubject(string externalId, CustomerId? customer = null, char last = '1')
    {
        var subject = UsageSubject.Begin(Given.Scope, UsageSubjectId.From(Given.Id("subj", last)), Given.External(externalId).Hash, customer, [1], Given.Noon);
        Subjects.Add(subject);
        return subject;
    }
}
