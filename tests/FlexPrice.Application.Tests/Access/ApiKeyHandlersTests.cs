using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Access.Events;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Access;

public sealed class ApiKeyHandlersTests
{
    private readonly InMemoryRepository<ApiKey> _keys = new();
    private readonly IRowLocks _locks = Substitute.For<IRowLocks>();
    private readonly IApiKeySecrets _secrets = Substitute.For<IApiKeySecrets>();
    private readonly FakeTimeProvider _clock = new(Given.Noon);

    public ApiKeyHandlersTests()
    {
        _secrets.New(ApiKeyType.PrivateKey).Returns("sk_secret");
        _secrets.New(ApiKeyType.PublishableKey).Returns("pk_secret");
        _secrets.Fingerprint(Arg.Any<string>()).Returns(call => new ApiKeyFingerprint($"hash of {call.Arg<string>()}", "sk_se***et"));
    }

    [Fact]
    public async Task Key_WhenIssued_IsShownOnceAndStoredAsHash()
    {
        var issued = (await CreateAsync(new TestCaller(), "publishable_key", [Role.AllReader], Given.Noon.AddDays(1))).Value;

        issued.Secret.ShouldBe("pk_secret");
        var key = _keys.Stored.ShouldHaveSingleItem();
        key.ShouldBe(issued.Key);
        key.KeyHash.ShouldBe("hash of pk_secret");
        key.Roles.ShouldBe([Role.AllReader]);
        key.ExpiresAt.ShouldBe(Given.Noon.AddDays(1));
        key.CreatedBy.ShouldBe("key_test");
    }

    [Fact]
    public async Task Key_WhenNothingIsChosen_IsPrivateLastsAndHasTheCallersRoles()
    {
        var issued = (await CreateAsync(new TestCaller { Roles = [Role.AllReader, Role.AllReader, Role.EventIngestor] })).Value;

        issued.Secret.ShouldBe("sk_secret");
        issued.Key.Roles.ShouldBe([Role.AllReader, Role.EventIngestor]);
        issued.Key.ExpiresAt.ShouldBeNull();
    }

    [Fact]
    public async Task Key_WhenItWouldHaveMoreThanTheCaller_IsRefused()
    {
        var error = (await CreateAsync(new TestCaller { Roles = [Role.AllWriter] }, roles: [Role.AllWriter, Role.SuperAdmin])).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.PermissionDenied);
        error.Details["roles"].ShouldBeOfType<string>().ShouldContain(Role.SuperAdmin);
        _keys.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, 5, 5)]
    [InlineData(10, null, 10)]
    [InlineData(10, 9, 9)]
    [InlineData(10, 10, 10)]
    [InlineData(10, 11, -1)]
    public async Task Key_WhenIssued_LivesNoLongerThanItsIssuer(int? issuers, int? asked, int? expected)
    {
        var issuer = Key('1', "issuer", "operator", After(issuers));
        _keys.Stored.Add(issuer);

        var issued = await CreateAsync(new TestCaller { ActorId = issuer.Id.Value }, expiresAt: After(asked));

        if (expected == -1)
        {
            issued.Error.ShouldNotBeNull().Details["expires_at"].ShouldBeOfType<string>().ShouldContain("2026-");
            _keys.Stored.ShouldHaveSingleItem();
        }
        else
        {
            issued.Value.Key.ExpiresAt.ShouldBe(After(expected));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Key_WhenItsIssuerHasEnded_IsNotIssued(bool isRevoked)
    {
        var issuer = Key('1', "issuer", "operator", After(isRevoked ? null : 1));
        if (isRevoked)
        {
            issuer.Revoke(Given.At(0));
        }

        _keys.Stored.Add(issuer);
        _clock.Advance(TimeSpan.FromDays(1));

        (await CreateAsync(new TestCaller { ActorId = issuer.Id.Value })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Unauthenticated);
        (await CreateAsync(new TestCaller { ActorId = Given.Id("secret", '2') })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.Unauthenticated);
    }

    [Fact]
    public async Task Revoke_WhenDescendantsStay_CountsThoseThatStillWork()
    {
        StockFamily();

        var revoked = await RevokeAsync(Given.Id("secret", '1'), new TestCaller());

        revoked.Descendants.ShouldBe(new KeyDescendantCount(Living: 2, Revoked: 0));
        _keys.Stored.Where(key => key.Status == ApiKeyStatus.Published).Select(key => key.Name).ShouldBe(["child", "grandchild", "expired", "stranger"]);
        await _locks.DidNotReceiveWithAnyArgs().LockApiKeysExclusiveAsync(default);
    }

    [Fact]
    public async Task Revoke_WhenDescendantsGoAlong_EndsAllOfThemAndNobodyElse()
    {
        StockFamily();
        _clock.Advance(TimeSpan.FromHours(1));

        var revoked = await RevokeAsync(Given.Id("secret", '1'), new TestCaller { Roles = [Role.AllWriter], ActorId = Given.Id("secret", '1') }, withDescendants: true);

        // The one that was revoked before is not counted twice, and its child is ended all the same.
        revoked.Descendants.ShouldBe(new KeyDescendantCount(Living: 0, Revoked: 3));
        _keys.Stored.Where(key => key.Status == ApiKeyStatus.Published).Select(key => key.Name).ShouldBe(["stranger"]);
        _keys.Stored.Where(key => key.UpdatedAt == _clock.GetUtcNow()).ShouldAllBe(key => key.TakeEvents().OfType<ApiKeyRevoked>().Count() == 1);
        await _locks.Received(1).LockApiKeysExclusiveAsync(default);
    }

    [Theory]
    [InlineData("secret_01J00000000000000000000001 9999999 9999999", 9_999_999)]
    [InlineData("secret_01J00000000000000000000001", null)]
    public void Revoked_WhenItIsRepeated_SaysTheSameAndOfAnEarlierVersionOnlyTheKey(string reference, int? count)
    {
        var repeated = RevokedApiKey.Replay(reference);

        repeated.Id.ShouldBe(ApiKeyId.From(Given.Id("secret", '1')));
        repeated.Descendants.ShouldBe(count is { } number ? new KeyDescendantCount(number, number) : null);
        repeated.Reference.ShouldBe(reference);
        reference.Length.ShouldBeLessThanOrEqualTo(TypedId.MaximumLength, "what is stored of an answer");
    }

    [Fact]
    public async Task List_WhenTheCallerIsSuperAdmin_ShowsAllOfTheStatusNewestFirst()
    {
        Stock();

        (await ListAsync(new TestCaller())).Items.Select(key => key.Name).ShouldBe(["other", "child", "own"]);
        (await ListAsync(new TestCaller(), "deleted")).Items.Select(key => key.Name).ShouldBe(["revoked"]);
    }

    [Fact]
    public async Task List_WhenTheCallerIsNoSuperAdmin_ShowsItsOwnAndThoseItCreated()
    {
        Stock();

        var page = await ListAsync(new TestCaller { Roles = [Role.AllWriter], ActorId = Given.Id("secret", '1') });

        page.Items.Select(key => key.Name).ShouldBe(["child", "own"]);
        page.Total.ShouldBe(2);
    }

    [Theory]
    [InlineData('1', true)]
    [InlineData('2', true)]
    [InlineData('3', false)]
    public async Task Revoke_WhenTheCallerIsNoSuperAdmin_ReachesItsOwnAndThoseItCreated(char last, bool isRevoked)
    {
        Stock();

        var result = await RevokeAsync(Given.Id("secret", last), new TestCaller { Roles = [Role.AllWriter], ActorId = Given.Id("secret", '1') });

        (result.Error is null).ShouldBe(isRevoked);
        (result.Error?.Kind).ShouldBe(isRevoked ? null : ErrorKind.PermissionDenied);
        _keys.Stored.Single(key => key.Id.Value == Given.Id("secret", last)).IsUsable(Given.Noon).ShouldBe(!isRevoked);
    }

    [Theory]
    [InlineData("sk_secret")]
    [InlineData("secret_01J00000000000000000000008")]
    [InlineData("secret_01J00000000000000000000004")]
    public async Task Revoke_WhenTheKeyIsUnknownOrRevoked_IsNotFound(string id)
    {
        Stock();

        (await RevokeAsync(id, new TestCaller())).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Revoke_WhenTheCallerIsSuperAdmin_ReachesAll()
    {
        Stock();

        (await RevokeAsync(Given.Id("secret", '3'), new TestCaller())).Id.ShouldBe(ApiKeyId.From(Given.Id("secret", '3')));
    }

    private void Stock()
    {
        var own = Key('1', "own", "operator");
        var child = Key('2', "child", own.Id.Value);
        var other = Key('3', "other", "operator");
        var revoked = Key('4', "revoked", own.Id.Value);
        revoked.Revoke(Given.At(1));
        foreach (var key in new[] { own, child, other, revoked })
        {
            _keys.Stored.Add(key);
        }
    }

    private void StockFamily()
    {
        var parent = Key('1', "parent", "operator");
        var child = Key('2', "child", parent.Id.Value);
        var revoked = Key('3', "revoked", parent.Id.Value);
        revoked.Revoke(Given.At(1));
        var grandchild = Key('4', "grandchild", revoked.Id.Value);
        var expired = Key('5', "expired", child.Id.Value, Given.Noon);
        foreach (var key in new[] { parent, child, revoked, grandchild, expired, Key('6', "stranger", "operator") })
        {
            key.TakeEvents();
            _keys.Stored.Add(key);
        }
    }

    private static DateTimeOffset? After(int? days) => days is { } some ? Given.Noon.AddDays(some) : null;

    private static ApiKey Key(char last, string name, string createdBy, DateTimeOffset? expiresAt = null) => ApiKey.Issue(
        Given.Scope,
        ApiKeyId.From(Given.Id("secret", last)),
        name,
        ApiKeyType.PrivateKey,
        new ApiKeyFingerprint($"hash-{last}", "sk_…"),
        [Role.AllReader],
        expiresAt,
        new Change(Given.Noon, createdBy));

    private Task<Result<IssuedApiKey>> CreateAsync(TestCaller caller, string? type = null, IReadOnlyList<string>? roles = null, DateTimeOffset? expiresAt = null) =>
        new CreateApiKeyHandler(_keys, _locks, _secrets, new CountingIds(), caller, _clock).HandleAsync(new CreateApiKeyCommand("ci", type, expiresAt, roles), default);

    private async Task<Page<ApiKey>> ListAsync(TestCaller caller, string? status = null) =>
        (await new ListApiKeysHandler(_keys, caller).HandleAsync(new ListApiKeysQuery(status, new Paging(0, 0)), default)).Value;

    private Task<RevokedApiKey> RevokeAsync(string id, TestCaller caller, bool withDescendants = false) =>
        new RevokeApiKeyHandler(_keys, new InMemoryKeyFamilies(_keys), _locks, caller, _clock).HandleAsync(new RevokeApiKeyCommand(id, withDescendants), default);
}
