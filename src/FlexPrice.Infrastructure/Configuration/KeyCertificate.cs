using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The certificate under which the key ring is encrypted.</summary>
internal static class KeyCertificate
{
    /// <summary>Reads and checks; null when the operator named none.</summary>
    public static X509Certificate2? Read(SettingReader reader)
    {
        var password = reader.Text("Keys:CertificatePassword");
        if (reader.Text("Keys:Certificate") is not { } path)
        {
            if (password is not null)
            {
                reader.Refuse("Keys__CertificatePassword opens Keys__Certificate: set that too, or remove the password.");
            }

            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            using var privateKey = certificate.GetRSAPrivateKey();
            if (privateKey is null)
            {
                reader.Refuse("Keys__Certificate must have an RSA private key.");
            }

            return certificate;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            reader.Refuse($"Keys__Certificate names {path}, which cannot be opened as a PFX file ({failure.Message}): check the file and Keys__CertificatePassword.");
            return null;
        }
    }
}
