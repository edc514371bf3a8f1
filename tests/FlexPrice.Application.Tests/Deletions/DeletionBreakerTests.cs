using FlexPrice.Application.Cascade;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Tests.Cascade;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Cascade;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Deletions;

public sealed class DeletionBreakerTests
{
    private readonly CascadeBench _bench = new();

    [Fact]
    public async Task Breaker_WhenAHundredWereAskedForWithinAnHour_StopsTheNextUntilTheFirstOfThemIsOld()
    {
        Asked(99, minute: 0);
        (await CheckAsync()).ShouldBeNull();
        Asked(1, minute: 10);
        _bench.Clock.SetUtcNow(Given.At(20).At);

        var error = (await CheckAsync()).ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.TooManyRequests);
        error.Details[Error.RetryAfterDetail].ShouldBe(40 * 60);
        error.Details["deletions_per_hour"].ShouldBe(100);
        error.Details["fix"].ShouldBeOfType<Hint>().ToString().ShouldContain($"{new OperationReference(Operation.RaiseDeletionLimit)}");
        _bench.Clock.SetUtcNow(Given.At(60).At.AddMilliseconds(-1));
        (await CheckAsync()).ShouldNotBeNull().Details[Error.RetryAfterDetail].ShouldBe(1);
        _bench.Clock.SetUtcNow(Given.At(60).At);
        (await CheckAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, 1)]
    [InlineData(2, null)]
    public async Task Breaker_WhenTheAllowanceWasWaitedFor_JudgesByTheTimeAfterTheWait(int secondsPastTheHour, int? retryAfter)
    {
        Asked(100, minute: 0);
        _bench.Clock.SetUtcNow(Given.At(59).At);
        var allowance = await _bench.Breaker.AllowanceAsync(CascadeIntent.Delete, default);
        var plan = (await _bench.PlanAsync(CascadeIntent.Delete, null, allowance)).Value;
        _bench.Clock.SetUtcNow(Given.At(60).At.AddSeconds(secondsPastTheHour));

        var error = await _bench.Breaker.CheckAsync(allowance!, plan, default);

        (error?.Details[Error.RetryAfterDetail]).ShouldBe(retryAfter);
    }

    [Fact]
    public async Task Breaker_WhenTheEnvironmentDecided_FollowsWhatThePlanSaysOfIt()
    {
        var policy = DeletionPolicy.Undecided(Given.Scope, Given.At(0));
        (await PlanAsync()).DeletionsPerHour.ShouldBe(100);
        policy.Decide([], [], Given.At(0), deletionsPerHour: 2).ShouldBeNull();
        _bench.Policies.Stored.Add(policy);

        Asked(1, minute: 0);
        (await CheckAsync()).ShouldBeNull();
        Asked(1, minute: 0);
        (await CheckAsync()).ShouldNotBeNull();
        policy.Decide([], [], Given.At(0), deletionsPerHour: 3).ShouldBeNull();
        (await CheckAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Breaker_WhenOthersAskedOrChildrenWentAlong_DoesNotCountThem()
    {
        Asked(100, minute: 0, lineage: "key_other");
        Asked(100, minute: 0, lineage: null);

        (await CheckAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Breaker_WhenKeysWereIssuedByOneAnother_CountsThemAsOne()
    {
        Issued('1', by: "operator");
        Issued('2', by: Key('1'));
        Issued('3', by: Key('2'));
        Issued('4', by: "operator");

        (await LineageOfAsync(Key('3'))).ShouldBe(Key('1'));
        (await LineageOfAsync(Key('2'))).ShouldBe(Key('1'));
        (await LineageOfAsync(Key('1'))).ShouldBe(Key('1'));
        (await LineageOfAsync(Key('4'))).ShouldBe(Key('4'));
        Asked(100, minute: 0, lineage: Key('1'));
        (await CheckAsync(Key('3'))).ShouldNotBeNull();
        (await CheckAsync(Key('4'))).ShouldBeNull();
    }

    [Fact]
    public async Task Breaker_WhenASuperAdminIssuedTheKeys_CountsEachForItself()
    {
        Issued('1', by: "operator", Role.SuperAdmin);
        Issued('2', by: Key('1'));
        Issued('3', by: Key('1'), Role.SuperAdmin);

        (await LineageOfAsync(Key('1'))).ShouldBe(Key('1'));
        (await LineageOfAsync(Key('2'))).ShouldBe(Key('2'));
        (await LineageOfAsync(Key('3'))).ShouldBe(Key('3'));
    }

    [Fact]
    public async Task Breaker_WhileOpenDeletionsCouldUseUpWhatIsLeft_OnlyOneThatIsAloneMayDelete()
    {
        _bench.MayBeOpen = DeletionAllowance.Places - 1;
        Asked(100 - DeletionAllowance.Places, minute: 0);
        (await CheckAsync()).ShouldBeNull("With all who may be open it is the hundredth");
        Asked(1, minute: 0);

        await Should.ThrowAsync<DeletionsNearLimitException>(CheckAsync());
        (await CheckAsync()).ShouldBeNull("Noted, so that it asked alone");
        Asked(DeletionAllowance.Places - 2, minute: 0);
        (await CheckAsync()).ShouldBeNull("The hundredth");
        Asked(1, minute: 0);
        (await CheckAsync()).ShouldNotBeNull().Kind.ShouldBe(ErrorKind.TooManyRequests);

        _bench.Clock.SetUtcNow(Given.At(60).At);
        (await CheckAsync()).ShouldBeNull();
        _bench.NearLimit.Contains("key_test").ShouldBeFalse("There is room again");
    }

    private static string Key(char last) => Given.Id("secret", last);

    private void Issued(char last, string by, string role = Role.AllWriter) => _bench.Keys.Stored.Add(ApiKey.Issue(
        Given.Scope, ApiKeyId.From(Key(last)), "ci", ApiKeyType.PrivateKey, new ApiKeyFingerprint($"hash-{last}", "sk_…"), [role], null, new Change(Given.Noon, by)));

    private Task<Error?> CheckAsync(string actor = "key_test") => CheckAsync(_bench.BreakerOf(new TestCaller { ActorId = actor }));

    private async Task<Error?> CheckAsync(DeletionBreaker breaker)
    {
        var allowance = await breaker.AllowanceAsync(CascadeIntent.Delete, default);
        return await breaker.CheckAsync(allowance!, (await _bench.PlanAsync(CascadeIntent.Delete, null, allowance)).Value, default);
    }

    private async Task<string> LineageOfAsync(string actor) => (await _bench.BreakerOf(new TestCaller { ActorId = actor }).AllowanceAsync(CascadeIntent.Delete, default))!.LineageId;

    private async Task<CascadePlan> PlanAsync() => (await _bench.PlanAsync()).Value;

    private void Asked(int times, int minute, string? lineage = "key_test")
    {
        for (var i = 0; i < times; i++)
        {
            _bench.Deletions.Stored.Add(Deletion.Begin(
                Given.Scope, DeletionId.From(Given.Id("del", '1')), Given.CustomerId('1'), null, "digest", [], hasWorkAfterCommit: false, Given.At(minute), lineage));
        }
    }
}
