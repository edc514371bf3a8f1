using FlexPrice.Domain.Access;
using FlexPrice.Domain.Access.Events;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Tests.Access;

public sealed class ApiKeyTests
{
    [Fact]
    public void ApiKey_WhenExpiredOrRevoked_IsNotUsable()
    {
        var key = Issue(Sample.Noon.AddHours(1));

        key.IsUsable(Sample.Noon).ShouldBeTrue();
        key.IsUsable(Sample.Noon.AddHours(1)).ShouldBeFalse();
        Issue(null).IsUsable(Sample.Noon.AddYears(50)).ShouldBeTrue();
        key.Revoke(Sample.At(1));
        key.IsUsable(Sample.Noon).ShouldBeFalse();
    }

    [Fact]
    public void ApiKey_WhenRevokedTwice_AnnouncesItOnce()
    {
        var key = Issue(null);
        key.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<ApiKeyIssued>();

        key.Revoke(Sample.At(1));
        key.Revoke(Sample.At(2));

        key.TakeEvents().ShouldBe([new ApiKeyRevoked(key.Id, Sample.Noon.AddMinutes(1))]);
    }

    [Fact]
    public void ApiKey_WhenBootstrap_IsSuperAdmin()
    {
        var key = ApiKey.IssueBootstrap(Sample.Scope, default, new ApiKeyFingerprint("hash", "disp"), Sample.Noon);

        key.IsBootstrap.ShouldBeTrue();
        key.Roles.ShouldBe([Role.SuperAdmin]);
    }

    [Fact]
    public void ApiKey_WhenItsHashIsStoredAnew_IsTheSameKeyInWhateverState()
    {
        var key = ApiKey.IssueBootstrap(Sample.Scope, ApiKeyId.From("key_1"), new ApiKeyFingerprint("hash", "disp"), Sample.Noon);
        key.Revoke(new Change(Sample.Noon, "secret_somebody"));
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
        var key = ApiKey.IssueBootstrap(Sample.Scope, ApiKeyId.From("key_1"), new ApiKeyFingerprint("hash", "disp"), Sample.Noon);
        key.Revoke(new Change(Sample.Noon, ""));
        key.TakeEvents();

        key.IsSuperseded.ShouldBeTrue();
        key.Reinstate(new Change(Sample.Noon.AddMinutes(1), ""));
        key.Reinstate(new Change(Sample.Noon.AddMinutes(2), ""));

        key.IsUsable(Sample.Noon).ShouldBeTrue();
        key.IsSuperseded.ShouldBeFalse();
        key.TakeEvents().ShouldBe([new ApiKeyReinstated(key.Id, Sample.Noon.AddMinutes(1))]);
    }

    [Fact]
    public void ApiKey_WhenRevokedByACaller_NeverComesBack()
    {
        var bootstrap = ApiKey.IssueBootstrap(Sample.Scope, ApiKeyId.From("key_1"), new ApiKeyFingerprint("hash", "disp"), Sample.Noon);
        var ordinary = Issue(null);
        bootstrap.Revoke(new Change(Sample.Noon, "secret_somebody"));
        bootstrap.Revoke(new Change(Sample.Noon, ""));
        ordinary.Revoke(new Change(Sample.Noon, ""));

        foreach (var key in new[] { bootstrap, ordinary })
        {
            key.IsSuperseded.ShouldBeFalse();
            Should.Throw<InvalidOperationException>(() => key.Reinstate(new Change(Sample.Noon, "")));
            key.IsUsable(Sample.Noon).ShouldBeFalse();
        }
    }

    private static ApiKey Issue(DateTimeOffset? expiresAt) => ApiKey.Issue(
        Sample.Scope, ApiKeyId.From("key_1"), "ci", ApiKeyType.PrivateKey, new ApiKeyFingerprint("hash", "disp"), [Role.AllReader], expiresAt, Sample.At(0));
}
