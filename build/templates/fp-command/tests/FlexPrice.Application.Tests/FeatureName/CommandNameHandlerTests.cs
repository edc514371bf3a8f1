#if (beforeCascade)
using FlexPrice.Application.FeatureName.CommandName;
#endif
#if (cascades)
using FlexPrice.Application.Cascade;
#endif
#if (betweenCascadeAndTests)
using FlexPrice.Application.FeatureName.CommandName;
#endif
#if (cascades)
using FlexPrice.Application.Tests.Cascade;
#elseif (elsewhere)
using FlexPrice.Application.Tests.Customers;
#endif
#if (afterTests)
using FlexPrice.Application.FeatureName.CommandName;
#endif
#if (cascades)
using FlexPrice.Domain.Cascade;
#endif
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.FeatureName;

public sealed class CommandNameHandlerTests
{
#if (cascades)
    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Customer_WhenThePlanStands_IsAnswered()
    {
        var plan = (await _bench.PlanAsync(CascadeIntent.IntentName, null)).Value;

        // Say here what has become of the customer and of its dependents.
        (await HandleAsync(plan)).Id.ShouldBe(_bench.Customer.Id);
    }

    [Fact]
    public async Task Command_WhenItWentThroughNoCascade_CannotBeHandled() =>
        await Should.ThrowAsync<ArgumentNullException>(() => HandleAsync(plan: null));

    [Fact]
    public void Command_WhenAsked_AsksTheCascadeAboutTheCustomer()
    {
        var request = Command("cust_1").Cascade;

        request.Intent.ShouldBe(CascadeIntent.IntentName);
        request.Customer.Id.ShouldBe("cust_1");
    }
#else
    private readonly CustomerBench _bench = new(Given.Customer('1'));

    [Fact]
    public async Task Customer_WhenThere_IsAnswered() =>
        // Say here what has become of the customer.
        (await HandleAsync(Given.CustomerId('1').Value)).Id.ShouldBe(Given.CustomerId('1'));

    [Fact]
    public async Task Customer_WhenUnknown_IsNotFound() =>
        (await HandleAsync(Given.CustomerId('8').Value)).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
#endif

    [Fact]
    public void Validator_WhenTheIdIsMissing_NamesIt()
    {
        var validator = new CommandNameValidator();

        validator.WrongFieldsOf(Command("cust_1")).ShouldBeEmpty();
        validator.WrongFieldsOf(Command("")).ShouldBe(["id"]);
    }

#if (body)
    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData(1001)]
    public void Validator_WhenTheNoteIsMissingOrTooLong_NamesIt(object? note) =>
        new CommandNameValidator().WrongFieldsOf(Command("cust_1") with { Note = note is int length ? new string('x', length) : (string?)note }).ShouldBe(["note"]);

#endif
#if (deletes && body)
    private static CommandNameCommand Command(string id) => new(id, new Dictionary<string, string>(), null, "Asked for");
#elseif (deletes)
    private static CommandNameCommand Command(string id) => new(id, new Dictionary<string, string>(), null);
#elseif (body)
    private static CommandNameCommand Command(string id) => new(id, "Asked for");
#else
    private static CommandNameCommand Command(string id) => new(id);
#endif

#if (deletes)
    private Task<CommandResult<CustomerId>> HandleAsync(CascadePlan? plan) => new CommandNameHandler().HandleAsync(Command(_bench.Customer.Id.Value), plan, default);
#elseif (cascades)
    private Task<CommandResult<CustomerId>> HandleAsync(CascadePlan? plan) =>
        new CommandNameHandler(_bench.Resolver, _bench.Executor, new TestCaller(), _bench.Clock).HandleAsync(Command(_bench.Customer.Id.Value), plan, default);
#else
    private Task<CommandResult<CustomerId>> HandleAsync(string id) => new CommandNameHandler(_bench.Resolver).HandleAsync(Command(id), default);
#endif
}
