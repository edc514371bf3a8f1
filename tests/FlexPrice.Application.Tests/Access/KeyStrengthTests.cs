using System.Reflection;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Access;
using FlexPrice.Application.Access.CreateApiKey;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace FlexPrice.Application.Tests.Access;

/// <summary>A key never permits more than was requested, nor more than its issuer: tried with every set of roles, every type and every request.</summary>
public sealed class KeyStrengthTests
{
    private static readonly IReadOnlyList<string> Permissions =
        [.. typeof(Permission).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static readonly IReadOnlyList<IReadOnlyList<string>> Sets =
        [.. Enumerable.Range(1, (1 << Role.All.Count) - 1).Select(set => (IReadOnlyList<string>)[.. Role.All.Where((_, index) => (set & (1 << index)) != 0)])];

    private static readonly DateTimeOffset?[] Expiries = [null, Given.Noon.AddDays(1), Given.Noon.AddDays(2)];

    private readonly IApiKeySecrets _secrets = Substitute.For<IApiKeySecrets>();

    public KeyStrengthTests()
    {
        _secrets.New(default).ReturnsForAnyArgs("secret");
        _secrets.Fingerprint("secret").Returns(new ApiKeyFingerprint("hash", "sk_…"));
    }

    [Fact]
    public void Role_WhenGranted_PermitsNothingThatTheGrantersRolesDoNot()
    {
        Permissions.Count.ShouldBeGreaterThan(20);
        foreach (var own in Sets)
        {
            foreach (var granted in Role.All)
            {
                Role.CanGrant(own, granted).ShouldBe(PermittedBy([granted]).All(PermittedBy(own).Contains), $"{string.Join(", ", own)} → {granted}");
            }
        }
    }

    [Fact]
    public async Task Key_WhateverIsAsked_IsNeverStrongerThanAskedOrThanItsIssuer()
    {
        var issued = 0;
        foreach (var own in Sets)
        {
            foreach (var type in WireName.All<ApiKeyType>().Append(null))
            {
                foreach (var asked in Sets.Append(null))
                {
                    issued += await TryAsync(own, type, asked, Given.Noon.AddDays(1), null) ? 1 : 0;
                }

                foreach (var (latest, expiresAt) in Expiries.SelectMany(latest => Expiries.Select(expiresAt => (latest, expiresAt))))
                {
                    issued += await TryAsync(own, type, null, latest, expiresAt) ? 1 : 0;
                }
            }
        }

        issued.ShouldBeGreaterThan(1000, "most of what is asked for by the strong is granted");
    }

    private async Task<bool> TryAsync(IReadOnlyList<string> own, string? type, IReadOnlyList<string>? asked, DateTimeOffset? latest, DateTimeOffset? expiresAt)
    {
        var keys = new InMemoryRepository<ApiKey>();
        var issuer = ApiKey.Issue(Given.Scope, ApiKeyId.From(Given.Id("secret", '1')), "issuer", ApiKeyType.PrivateKey, default, own, latest, new Change(Given.Noon, ""));
        keys.Stored.Add(issuer);
        var command = new CreateApiKeyCommand("child", type, expiresAt, asked);
        var caller = new TestCaller { Roles = own, ActorId = issuer.Id.Value };

        var result = await new CreateApiKeyHandler(keys, Substitute.For<IRowLocks>(), _secrets, new CountingIds(), caller, new FakeTimeProvider(Given.Noon)).HandleAsync(command, default);

        if (result.Error is not null)
        {
            keys.Stored.ShouldHaveSingleItem();
            return false;
        }

        var child = result.Value.Key;
        var permitted = PermittedBy(child.Roles);
        permitted.ShouldBeSubsetOf(PermittedBy(own), command.ToString());
        (child.ExpiresAt ?? DateTimeOffset.MaxValue).ShouldBeLessThanOrEqualTo(latest ?? DateTimeOffset.MaxValue, command.ToString());
        (child.ExpiresAt ?? DateTimeOffset.MaxValue).ShouldBeLessThanOrEqualTo(expiresAt ?? DateTimeOffset.MaxValue, command.ToString());
        if (asked is not null)
        {
            child.Roles.ShouldBe(asked);
        }
        else if (child.Type == ApiKeyType.PublishableKey)
        {
            permitted.ShouldBe([Permission.EventWrite], command.ToString());
        }

        return true;
    }

    private static IReadOnlyList<string> PermittedBy(IReadOnlyList<string> roles) => [.. Permissions.Where(permission => roles.Any(role => Role.Permits(role, permission)))];
}
