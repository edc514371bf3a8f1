using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Cascade;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Cascade;

/// <summary>A planner with all real edges over customer 1 and a written-down inventory.</summary>
internal sealed class CascadeBench
{
    public CascadeBench()
    {
        Customers = new InMemoryCustomers(Customer);
        Store.Family.Add(new FamilyMember(Customer.Id, null, CustomerStatus.Published, 0));
        Store.Policy = () => Policies.Stored.SingleOrDefault();
        Store.Recent = allowance => new RecentDeletions(
            Deletions.Stored.Count(deletion => deletion.LineageId == allowance.LineageId && deletion.CreatedAt > allowance.Since),
            allowance.IsAlone ? 0 : MayBeOpen);
        Resolver = new CustomerResolver(Customers, Locks, new PlainHasher(), new TestCaller());
        Planner = new CascadePlanner(Edges, Store, Locks, Resolver, [new ReparentTarget(Customers)], Failpoints, Clock);
        Executor = new CascadeExecutor(Edges, Preparations, Store, UnitOfWork, Failpoints);
        Breaker = BreakerOf(new TestCaller());
    }

    /// <summary>All edges of the product that have a place. One without is caught elsewhere, and does not fail every test of the cascade.</summary>
    public static CascadeEdges Edges { get; } = new(
        typeof(ICascadeEdge).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICascadeEdge)))
            .Select(type => (ICascadeEdge)Activator.CreateInstance(type)!)
            .Where(edge => CascadeOrder.Edges.Contains(edge.Name)),
        CascadeOrder.Edges);

    public Customer Customer { get; } = Given.Customer('1');

    public InMemoryCustomers Customers { get; }

    public CustomerResolver Resolver { get; }

    public IRowLocks Locks { get; } = Substitute.For<IRowLocks>();

    public RecordedCascadeStore Store { get; } = new();

    public InMemoryRepository<DeletionPolicy> Policies { get; } = new();

    public InMemoryRepository<Deletion> Deletions { get; } = new();

    public InMemoryRepository<ApiKey> Keys { get; } = new();

    /// <summary>What prepares edges; none unless a test adds one.</summary>
    public IList<ICascadePreparation> Preparations { get; } = [];

    public FakeTimeProvider Clock { get; } = new(Given.Noon);

    public InlineUnitOfWork UnitOfWork { get; } = new();

    public RecordedFailpoints Failpoints { get; } = new();

    public CascadePlanner Planner { get; }

    public CascadeExecutor Executor { get; }

    public DeletionBreaker Breaker { get; }

    public LineagesNearLimit NearLimit { get; } = new();

    /// <summary>How many other deletions may be in progress next to one that does not run alone; none as in a database with one writer.</summary>
    public int MayBeOpen { get; set; }

    public DeletionBreaker BreakerOf(ICaller caller) => new(Deletions, new KeyLineage(new InMemoryKeyFamilies(Keys), new KnownLineages()), NearLimit, caller, Clock);

    public void Has(string inspection, params InventoryRow[] rows) => Store.Rows[inspection] = rows;

    public Customer Add(Customer customer, int depth = 1)
    {
        Customers.Stored.Add(customer);
        Store.Family.Add(new FamilyMember(customer.Id, customer.ParentCustomerId, customer.Status, depth));
        return customer;
    }

    public void EnvironmentDecides(params EdgePolicy[] edges)
    {
        var policy = DeletionPolicy.Undecided(Given.Scope, Given.At(0));
        policy.Decide(edges, Edges.ActionsFor(CascadeIntent.Delete), Given.At(0)).ShouldBeNull();
        Policies.Stored.Clear();
        Policies.Stored.Add(policy);
    }

    public Task<Result<CascadePlan>> PlanAsync(params (string Edge, string Action)[] choices) => PlanAsync(CascadeIntent.Delete, null, choices);

    public Task<Result<CascadePlan>> PlanAsync(CascadeIntent intent, string? digest, params (string Edge, string Action)[] choices) => PlanAsync(intent, digest, allowance: null, choices);

    public Task<Result<CascadePlan>> PlanAsync(CascadeIntent intent, string? digest, DeletionAllowance? allowance, params (string Edge, string Action)[] choices) =>
        Planner.LockAndPlanAsync(
            new CascadeRequest(new CustomerReference(Customer.Id.Value), intent, choices.ToDictionary(choice => choice.Edge, choice => choice.Action), digest),
            allowance,
            default);
}
