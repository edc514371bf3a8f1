using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Access;

public sealed class RememberedKeyTests
{
    private static readonly AuthenticatedKey Key = new(ApiKeyId.From("secret_1"), Given.Scope, [Role.SuperAdmin, "all_reader"], TenantStatus.Active);

    [Fact]
    public void Key_WhenNothingHasChanged_IsAsGoodAsBefore() => Key.GrantsSameAccess(Key with { Roles = [Role.SuperAdmin, "all_reader"] }).ShouldBeTrue();

    [Fact]
    public void Key_WhenAnythingHasChanged_IsNotAsGoodAsBefore()
    {
        AuthenticatedKey[] others =
        [
            Key with { Id = ApiKeyId.From("secret_2") },
            Key with { Scope = new EnvironmentScope(Key.Scope.TenantId, EnvironmentId.From("env_other")) },
            Key with { Roles = [Role.SuperAdmin] },
            Key with { Roles = [Role.SuperAdmin, "all_writer"] },
            Key with { TenantStatus = TenantStatus.Suspended },
        ];

        others.ShouldAllBe(other => !other.GrantsSameAccess(Key) && !Key.GrantsSameAccess(other));
    }

    [Fact]
    public void Confirmation_WhenItWasGiven_HoldsUntilItIsDenied()
    {
        var remembered = new RememberedKey(new KeyHashes("plain", "keyed"), Key);
        remembered.IsConfirmed.ShouldBeFalse();

        remembered.Confirm();
        remembered.IsConfirmed.ShouldBeTrue();

        remembered.Deny();
        remembered.IsConfirmed.ShouldBeFalse();
    }
}
