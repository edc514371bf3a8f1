using FlexPrice.Domain.Access;
using FlexPrice.Domain.Access.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Access;

public sealed class ApiKeyTests
{
    [Fact]
    public void ApiKey_WhenExpiredOrRevoked_IsNotUsable()
    {
        var key = Issue(Given.Noon.AddHours(1));

        key.IsUsable(Given.Noon).ShouldBeTrue();
        key.IsUsable(Given.Noon.AddHours(1)).ShouldBeFalse();
        Issue(null).IsUsable(Given.Noon.AddYears(50)).ShouldBeTrue();
        key.Revoke(Given.At(1));
        key.IsUsable(Given.Noon).ShouldBeFalse();
    }

    [Fact]
    public void ApiKey_WhenRevokedTwice_AnnouncesItOnce()
    {
        var key = Issue(null);
        key.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<ApiKeyIssued>();

        key.Revoke(Given.At(1));
        key.Revoke(Given.At(2));

        key.TakeEvents().ShouldBe([new ApiKeyRevoked(key.Id, Given.Noon.AddMinutes(1))]);
    }

    [Fact]
    public void ApiKey_WhenBootstrap_IsSuperAdmin()
    {
        var key = ApiKey.IssueBootstrap(Given.Scope, default, new ApiKeyFingerprint("hash", "disp"), Given.Noon);

        key.IsBootstrap.ShouldBeTrue();
        key.Roles.ShouldBe([Role.SuperAdmin]);
    }

    [Fact]
    public void ApiKey_WhenItsHashIsStoredAnew_IsTheSameKeyInWhateverState()
    {
        var key = ApiKey.IssueBootstrap(Given.Scope, ApiKeyId.From("key_1"), new ApiKeyFingerprint("hash", "disp"), Given.Noon);
        key.Revoke(new Change(Given.Noon, "secret_somebody"));
        key.TakeEvents();

        key.StoreUnder("keyed");

        key.KeyHash.ShouldBe("keyed");
        key.IsSuperseded.ShouldBeFalse("who revoked it is not forgotten");
        key.TakeEvents().ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => Issue(null).StoreUnder("keyed"));
    }

    [Fact]
    public void ApiKey_WhenSuperseded_CanComeBack()
    {
        var key = ApiKey.IssueBootstrap(Given.Scope, ApiKeyId.From("key_1"), new ApiKeyFingerprint("hash", "disp"), Given.Noon);
        key.Revoke(new Change(Given.Noon, ""));
        key.TakeEvents();

        key.IsSuperseded.ShouldBeTrue();
        key.Reinstate(new Change(Given.Noon.AddMinutes(1), ""));
        key.Reinstate(new Change(Given.Noon.AddMinutes(2), ""));

        key.IsUsable(Given.Noon).ShouldBeTrue();
        key.IsSuperseded.ShouldBeFalse();
        key.TakeEvents().ShouldBe([new ApiKeyReinstated(key.Id, Given.Noon.AddMinutes(1))]);
    }

    [Fact]
    public void ApiKey_WhenRevokedByACaller_NeverComesBack()
    {
        var bootstrap = ApiKey.IssueBootstrap(Given.Scope, ApiKeyId.From("key_1"), new ApiKeyFingerprint("hash", "disp"), Given.Noon);
        var ordinary = Issue(null);
        bootstrap.Revoke(new Change(Given.Noon, "secret_somebody"));
        bootstrap.Revoke(new Change(Given.Noon, ""));
        ordinary.Revoke(new Change(Given.Noon, ""));

        foreach (var key in new[] { bootstrap, ordinary })
        {
            key.IsSuperseded.ShouldBeFalse();
            Should.Throw<InvalidOperationException>(() => key.Reinstate(new Change(Given.Noon, "")));
            key.IsUsable(Given.Noon).ShouldBeFalse();
        }
    }

    private static ApiKey Issue(DateTimeOffset? expiresAt) => ApiKey.Issue(
        Given.Scope, ApiKeyId.From("key_1"), "ci", ApiKeyType.PrivateKey, new ApiKeyFingerprint("hash", "disp"), [Role.AllReader], expiresAt, Given.At(0));
}
