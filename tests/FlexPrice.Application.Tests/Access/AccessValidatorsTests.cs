using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Access.ListApiKeys;
using FlexPrice.Application.Access.RevokeApiKey;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Access;

public sealed class AccessValidatorsTests
{
    private readonly CreateApiKeyValidator _create = new(new FakeTimeProvider(Given.Noon));

    [Fact]
    public void Create_WhenRight_Passes()
    {
        _create.WrongFieldsOf(new CreateApiKeyCommand("ci", null, null, null)).ShouldBeEmpty();
        _create.WrongFieldsOf(new CreateApiKeyCommand("ci", "publishable_key", Given.Noon.AddSeconds(1), ["all_reader"])).ShouldBeEmpty();
    }

    [Fact]
    public void Create_WhenEveryFieldIsWrong_NamesThemAtOnce() =>
        _create.WrongFieldsOf(new CreateApiKeyCommand(null, "skeleton_key", Given.Noon, ["king"], "")).ShouldBe(["name", "type", "expires_at", "roles", "service_account_id"]);

    [Fact]
    public void Create_WhenNoRoleIsNamed_NamesTheField() =>
        _create.WrongFieldsOf(new CreateApiKeyCommand("ci", null, null, [])).ShouldBe(["roles"]);

    [Theory]
    [InlineData(null, true)]
    [InlineData("published", true)]
    [InlineData("deleted", true)]
    [InlineData("lost", false)]
    public void List_WhenTheStatusIsUnknown_NamesIt(string? status, bool isRight) =>
        new ListApiKeysValidator().WrongFieldsOf(new ListApiKeysQuery(status, new Paging(0, 0))).ShouldBe(isRight ? [] : ["status"]);

    [Fact]
    public void List_WhenThePageIsWrong_NamesIt() =>
        new ListApiKeysValidator().WrongFieldsOf(new ListApiKeysQuery(null, new Paging(5000, -1))).ShouldBe(["limit", "offset"]);

    [Fact]
    public void Revoke_WhenNothingIsNamed_NamesTheField()
    {
        new RevokeApiKeyValidator().WrongFieldsOf(new RevokeApiKeyCommand("")).ShouldBe(["id"]);
        new RevokeApiKeyValidator().WrongFieldsOf(new RevokeApiKeyCommand("anything")).ShouldBeEmpty();
    }
}
