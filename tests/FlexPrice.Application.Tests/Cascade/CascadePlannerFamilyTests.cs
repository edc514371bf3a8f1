using FlexPrice.Application.Cascade;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Cascade;

public sealed class CascadePlannerFamilyTests
{
    private const string Parameter = "child_customers_parent";
    private static readonly (string Edge, string Action) Reparent = ("child_customers", "reparent");

    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Family_WhenCascading_IsPlannedAsAWhole()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        _bench.Add(Given.Customer('3', child), depth: 2);
        _bench.Has("wallets.inspect", Row.Wallet("closed", '1'), Row.Wallet("closed", '2', customer: child.Id));

        var plan = (await _bench.PlanAsync(("child_customers", "cascade"))).Value;

        plan.Customers.Select(member => member.Id).ShouldBe([Given.CustomerId('1'), Given.CustomerId('2'), Given.CustomerId('3')]);
        plan.Edges.Single(edge => edge.Edge == "wallets").Count.ShouldBe(2);
        plan.Deletable.ShouldBeTrue();
    }

    [Fact]
    public async Task Family_WhenOneMemberRefuses_RefusesAsAWhole()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        _bench.Has("legal_hold.inspect", Row.Hold("in_force", customer: child.Id));

        var plan = (await _bench.PlanAsync(("child_customers", "cascade"))).Value;

        plan.Deletable.ShouldBeFalse();
        plan.Refusal().ShouldNotBeNull().Message.ShouldBe("The customer's data is under legal hold");
    }

    [Fact]
    public async Task Family_WhenNotCascading_OnlyTheRootIsPlanned()
    {
        _bench.Add(Given.Customer('2', _bench.Customer));

        var plan = (await _bench.PlanAsync(("child_customers", "detach"))).Value;

        plan.Customers.ShouldHaveSingleItem().Id.ShouldBe(_bench.Customer.Id);
        _bench.Store.Inspected.ShouldAllBe(inspection => inspection.Customers.Count == 1);
    }

    [Theory]
    [InlineData(CascadePlanner.MaximumFamily, "cascade", true)]
    [InlineData(CascadePlanner.MaximumFamily + 1, "cascade", false)]
    [InlineData(CascadePlanner.MaximumFamily + 1, "block", true)]
    public async Task Family_WhenTooLarge_IsRefusedOnlyWhenItGoesAlong(int size, string action, bool isPlanned)
    {
        for (var i = 1; i < size; i++)
        {
            _bench.Store.Family.Add(new FamilyMember(CustomerId.From($"cust_{i:D26}"), _bench.Customer.Id, CustomerStatus.Published, 1));
        }

        var result = await _bench.PlanAsync(("child_customers", action));

        (result.Error is null).ShouldBe(isPlanned);
        if (!isPlanned)
        {
            result.Error!.Kind.ShouldBe(ErrorKind.Validation);
            result.Error.Message.ShouldBe("At most 1000 customers can be deleted at once");
        }
    }

    [Fact]
    public async Task Reparent_WhenTheParentStandsElsewhere_IsPlannedWithIt()
    {
        _bench.Customers.Stored.Add(Given.Customer('7'));

        var plan = (await _bench.PlanAsync(Reparent, (Parameter, Given.CustomerId('7').Value))).Value;

        plan.Decisions.ShouldAllBe(decision => decision.Context.Target == Given.CustomerId('7'));
    }

    [Fact]
    public async Task Reparent_WhenNoParentIsNamed_AsksForIt() =>
        await ShouldRefuseAsync(ErrorKind.Validation, "Name the customer who becomes the parent", Reparent);

    [Fact]
    public async Task Parent_WhenNothingIsReparented_IsRefused() =>
        await ShouldRefuseAsync(ErrorKind.Validation, "together with child_customers=reparent only", (Parameter, Given.CustomerId('7').Value));

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("cust_01J00000000000000000000008")]
    public async Task Reparent_WhenTheParentIsUnknown_IsNotFound(string parent) =>
        await ShouldRefuseAsync(ErrorKind.NotFound, "Name a published customer of this environment by our id", Reparent, (Parameter, parent));

    [Fact]
    public async Task Reparent_WhenTheParentIsArchived_IsRefused()
    {
        _bench.Customers.Stored.Add(Given.ArchivedCustomer('7'));

        var error = (await _bench.PlanAsync(Reparent, (Parameter, Given.CustomerId('7').Value))).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.InvalidOperation);
    }

    [Fact]
    public async Task Reparent_WhenTheParentIsTheCustomer_IsRefused() =>
        await ShouldRefuseAsync(ErrorKind.Validation, "itself or stands below it", Reparent, (Parameter, Given.CustomerId('1').Value));

    [Fact]
    public async Task Reparent_WhenTheParentStandsBelow_IsRefused()
    {
        var child = _bench.Add(Given.Customer('2', _bench.Customer));
        _bench.Add(Given.Customer('3', child), depth: 2);

        await ShouldRefuseAsync(ErrorKind.Validation, "itself or stands below it", Reparent, (Parameter, Given.CustomerId('3').Value));
    }

    [Fact]
    public async Task Reparent_WhenItIsTheEnvironmentsDefault_StillNeedsAParent()
    {
        _bench.EnvironmentDecides(new EdgePolicy("child_customers", "reparent", []));

        await ShouldRefuseAsync(ErrorKind.Validation, "Name the customer who becomes the parent");
    }

    private async Task ShouldRefuseAsync(ErrorKind kind, string fix, params (string Edge, string Action)[] choices)
    {
        var error = (await _bench.PlanAsync(choices)).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(kind);
        error.Details[Parameter].ShouldBeOfType<string>().ShouldContain(fix);
    }
}
