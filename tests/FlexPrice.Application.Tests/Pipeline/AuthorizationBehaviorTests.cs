using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Tests.Pipeline;

public sealed class AuthorizationBehaviorTests
{
    private readonly Next<CommandResult<CustomerId>> _command = new(Given.CustomerId('1'));
    private readonly Next<Result<string>> _query = new("answer");

    [Fact]
    public async Task Command_WhenARolePermitsIt_Passes()
    {
        var response = await SendAsync(new TestCaller { Roles = [Role.EventReader, Role.AllWriter] });

        response.Id.ShouldBe(Given.CustomerId('1'));
        _command.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData(Role.AllReader)]
    [InlineData(Role.EventIngestor)]
    [InlineData("unheard_of")]
    public async Task Command_WhenNoRolePermitsIt_IsRefusedWithThePermission(string role)
    {
        var error = (await SendAsync(new TestCaller { Roles = [role] })).Error.ShouldNotBeNull();

        error.Kind.ShouldBe(ErrorKind.PermissionDenied);
        error.Details["permission"].ShouldBe("customer:write");
        _command.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Command_WhenTheCallerHasNoRoles_IsRefused() =>
        (await SendAsync(new TestCaller { Roles = [] })).Error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.PermissionDenied);

    [Fact]
    public async Task Command_WhenTheTenantIsSuspended_IsRefusedEvenForSuperAdmins()
    {
        var response = await SendAsync(new TestCaller { TenantStatus = TenantStatus.Suspended });

        response.Error.ShouldBe(AccessErrors.TenantSuspended(), Compare.ByKindAndMessage);
        _command.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Query_WhenTheTenantIsSuspended_Passes()
    {
        var behavior = new AuthorizationBehavior<ReadQuery, Result<string>>(new TestCaller { TenantStatus = TenantStatus.Suspended });

        (await behavior.Handle(new ReadQuery(), default, _query.Handler)).Value.ShouldBe("answer");
    }

    [Fact]
    public async Task Request_WhenItNamesNoPermission_CannotBeHandledAtAll()
    {
        var failure = await Should.ThrowAsync<TypeInitializationException>(
            () => new AuthorizationBehavior<UnguardedQuery, Result<string>>(new TestCaller()).Handle(new UnguardedQuery(), default, _query.Handler));

        failure.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldContain(nameof(UnguardedQuery));
        _query.Calls.ShouldBe(0);
    }

    private Task<CommandResult<CustomerId>> SendAsync(TestCaller caller) =>
        new AuthorizationBehavior<RenameCommand, CommandResult<CustomerId>>(caller).Handle(new RenameCommand("Ada"), default, _command.Handler);
}
