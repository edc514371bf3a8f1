using FlexPrice.Application.Tests.Deletions.Cascade;
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
        error.Details["fix"].ShouldBeOfType<string>().ShouldContain("PUT /v1/settings/deletion-policy");
        _bench.Clock.SetUtcNow(Given.At(60).At.AddMilliseconds(-1));
        (await CheckAsync()).ShouldNotBeNull().Details[Error.RetryAfterDetail].ShouldBe(1);
        _bench.Clock.SetUtcNow(Given.At(60).At);
        (await CheckAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Breaker_WhenTheEnvironmentDecided_FollowsIt()
    {
        var policy = CascadePolicy.Undecided(Given.Scope, Given.At(0));
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
        Asked(100, minute: 0, actor: "key_other");
        Asked(100, minute: 0, parent: DeletionId.From(Given.Id("del", '1')));

        (await CheckAsync()).ShouldBeNull();
    }

    private Task<Error?> CheckAsync() => _bench.Breaker.CheckAsync(default);

    private void Asked(int times, int minute, string actor = "key_test", DeletionId? parent = null)
    {
        for (var i = 0; i < times; i++)
        {
            _bench.Deletions.Stored.Add(Deletion.Begin(
                Given.Scope, DeletionId.From(Given.Id("del", '1')), Given.CustomerId('1'), parent, "digest", [], hasWorkAfterCommit: false, new Change(Given.At(minute).At, actor)));
        }
    }
}
