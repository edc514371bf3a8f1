using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Application.Access.RevokeApiKey;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Access;

public sealed class ApiKeyHandlersTests
{
    private readonly InMemoryRepository<ApiKey> _keys = new();
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

    private static ApiKey Key(char last, string name, string createdBy) => ApiKey.Issue(
        Given.Scope,
        ApiKeyId.From(Given.Id("secret", last)),
        name,
        ApiKeyType.PrivateKey,
        new ApiKeyFingerprint($"hash-{last}", "sk_…"),
        [Role.AllReader],
        null,
        new Change(Given.Noon, createdBy));

    private Task<Result<IssuedApiKey>> CreateAsync(TestCaller caller, string? type = null, IReadOnlyList<string>? roles = null, DateTimeOffset? expiresAt = null) =>
        new CreateApiKeyHandler(_keys, _secrets, new CountingIds(), caller, _clock).HandleAsync(new CreateApiKeyCommand("ci", type, expiresAt, roles), default);

    private async Task<Page<ApiKey>> ListAsync(TestCaller caller, string? status = null) =>
        (await new ListApiKeysHandler(_keys, caller).HandleAsync(new ListApiKeysQuery(status, new Paging(0, 0)), default)).Value;

    private Task<CommandResult<ApiKeyId>> RevokeAsync(string id, TestCaller caller) =>
        new RevokeApiKeyHandler(_keys, caller, _clock).HandleAsync(new RevokeApiKeyCommand(id), default);
}
