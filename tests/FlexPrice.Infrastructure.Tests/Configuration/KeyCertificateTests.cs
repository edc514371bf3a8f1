using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Tests.Configuration;

public sealed class KeyCertificateTests : IOn<SqliteEngine>, IAsyncLifetime
{
    private const string Password = "password-of-the-certificate";

    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = Engine.Of(this).NewDatabase();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Start_WhenACertificateIsNamed_EncryptsTheRingUnderIt()
    {
        var certificate = MakeCertificate("ring.pfx");
        await using (await StartAsync(certificate))
        {
        }

        var ring = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(_database.Folder.FullName, "keys"), "key-*.xml").ShouldHaveSingleItem());
        ring.ShouldContain("<EncryptedData");
        ring.ShouldNotContain("<masterKey");
        await using (await StartAsync(certificate))
        {
        }

        (await Should.ThrowAsync<ConfigurationException>(() => StartAsync(MakeCertificate("other.pfx")))).Message.ShouldContain("another certificate");
        (await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database))).Message.ShouldContain("Keys__Certificate");
    }

    [Theory]
    [InlineData("ring.pfx", "wrong", "Keys__Certificate")]
    [InlineData("nowhere.pfx", Password, "Keys__Certificate")]
    [InlineData(null, Password, "Keys__CertificatePassword")]
    public async Task Start_WhenTheCertificateCannotBeOpened_SaysSo(string? file, string password, string named)
    {
        MakeCertificate("ring.pfx");
        var path = file is null ? "" : Path.Combine(_database.Folder.FullName, file);

        var refused = await Should.ThrowAsync<ConfigurationException>(() => Store.StartAsync(_database, settings: [("Keys:Certificate", path), ("Keys:CertificatePassword", password)]));

        refused.Errors.ShouldHaveSingleItem().ShouldStartWith(named);
        refused.Message.ShouldNotContain(password == "wrong" ? Password : password, Case.Sensitive);
    }

    private Task<Store> StartAsync(string certificate) => Store.StartAsync(_database, settings: [("Keys:Certificate", certificate), ("Keys:CertificatePassword", Password)]);

    private string MakeCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=FlexPrice keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Store.Noon.AddYears(-1), Store.Noon.AddYears(10));
        var path = Path.Combine(_database.Folder.FullName, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        return path;
    }
}
