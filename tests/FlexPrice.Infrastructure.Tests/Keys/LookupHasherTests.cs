using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Keys;

namespace FlexPrice.Infrastructure.Tests.Keys;

public sealed class LookupHasherTests : IDisposable
{
    private static readonly EnvironmentScope Scope = new(TenantId.From("tenant_1"), EnvironmentId.From("env_1"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-lookup-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Hash_WhenAskedAgainAfterARestart_IsTheSame() =>
        Hasher("keys").Hash(Scope, "purpose", "ada").ShouldBe(Hasher("keys").Hash(Scope, "purpose", "ada"));

    [Fact]
    public void Hash_WhenAnythingDiffers_IsAnother()
    {
        var hasher = Hasher("keys");
        LookupHash[] hashes =
        [
            hasher.Hash(Scope, "purpose", "ada"),
            hasher.Hash(Scope, "purpose", "Ada"),
            hasher.Hash(Scope, "other", "ada"),
            hasher.Hash(Scope with { TenantId = TenantId.From("tenant_2") }, "purpose", "ada"),
            hasher.Hash(Scope with { EnvironmentId = EnvironmentId.From("env_2") }, "purpose", "ada"),
            Hasher("other-keys").Hash(Scope, "purpose", "ada"),
        ];

        hashes.Distinct().Count().ShouldBe(hashes.Length);
        hashes.ShouldAllBe(hash => hash.Value.Length == 43 && !hash.Value.Contains("ada"));
    }

    [Theory]
    [InlineData("p", "x|y", "p|1:x", "y")]
    [InlineData("a", "b|c", "a|b", "c")]
    [InlineData("ab", "c", "a", "bc")]
    public void Hash_WhenPurposeAndValueReadAlikeTogether_IsStillAnother(string purpose, string value, string otherPurpose, string otherValue)
    {
        var hasher = Hasher("keys");

        hasher.Hash(Scope, purpose, value).ShouldNotBe(hasher.Hash(Scope, otherPurpose, otherValue));
    }

    [Fact]
    public void Key_WhenMade_IsForTheOwnerOnly()
    {
        _ = Hasher("keys");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_folder.FullName, "keys", "lookup.key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Key_WhenDamaged_IsRefusedInsteadOfReplaced()
    {
        _ = Hasher("keys");
        File.WriteAllBytes(Path.Combine(_folder.FullName, "keys", "lookup.key"), [1, 2, 3]);

        Should.Throw<ConfigurationException>(() => Hasher("keys")).Message.ShouldContain("restore it from the backup");
    }

    private LookupHasher Hasher(string folder) => new(new KeyFolder(Path.Combine(_folder.FullName, folder)));
}
