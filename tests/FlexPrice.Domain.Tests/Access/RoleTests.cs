using FlexPrice.Domain.Access;

namespace FlexPrice.Domain.Tests.Access;

public sealed class RoleTests
{
    public static TheoryData<string, string> WildcardsAndGuarded
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var role in Role.All.Where(role => role != Role.SuperAdmin))
            {
                foreach (var entity in Role.GuardedEntities)
                {
                    data.Add(role, $"{entity}:read");
                    data.Add(role, $"{entity}:write");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WildcardsAndGuarded))]
    public void Role_WhenEntityIsGuarded_IsNotReachedByWildcards(string role, string permission)
    {
        Role.Permits(role, permission).ShouldBeFalse();
        Role.Permits(Role.SuperAdmin, permission).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Role.AllWriter, "customer:write", true)]
    [InlineData(Role.AllWriter, "customer:read", true)]
    [InlineData(Role.AllWriter, "customer:other", false)]
    [InlineData(Role.AllReader, "customer:read", true)]
    [InlineData(Role.AllReader, "customer:write", false)]
    [InlineData(Role.EventIngestor, "event:write", true)]
    [InlineData(Role.EventIngestor, "event:read", false)]
    [InlineData(Role.EventReader, "event:read", true)]
    [InlineData(Role.EventReader, "event:write", false)]
    [InlineData("unheard_of", "customer:read", false)]
    public void Role_WhenAsked_PermitsWhatItsNameSays(string role, string permission, bool expected) =>
        Role.Permits(role, permission).ShouldBe(expected);

    [Fact]
    public void Role_WhenGranted_PermitsNoMoreThanOneThatIsOwned()
    {
        Role.CanGrant([Role.SuperAdmin], Role.AllWriter).ShouldBeTrue();
        Role.CanGrant([Role.AllReader], Role.AllReader).ShouldBeTrue();
        Role.CanGrant([Role.AllWriter], Role.EventIngestor).ShouldBeTrue();
        Role.CanGrant([Role.AllReader], Role.EventReader).ShouldBeTrue();
        Role.CanGrant([Role.AllReader], Role.AllWriter).ShouldBeFalse();
        Role.CanGrant([Role.AllReader], Role.EventIngestor).ShouldBeFalse();
        Role.CanGrant([], Role.AllReader).ShouldBeFalse();
    }
}
