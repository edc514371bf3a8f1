using FlexPrice.Domain.Access;
using FlexPrice.Domain.Access.Events;

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

    private static ApiKey Issue(DateTimeOffset? expiresAt) => ApiKey.Issue(
        Sample.Scope, ApiKeyId.From("key_1"), "ci", ApiKeyType.PrivateKey, new ApiKeyFingerprint("hash", "disp"), [Role.AllReader], expiresAt, Sample.At(0));
}
