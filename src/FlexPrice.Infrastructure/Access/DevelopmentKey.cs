using System.Text;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Made up at the first start, kept in a file that only the owner reads, the same at every start until it is revoked.</summary>
internal sealed class DevelopmentKey(FlexPriceSettings settings, IApiKeySecrets secrets) : IDevelopmentKey
{
    private Lazy<string?> _value = Read(settings, secrets);

    public string? Value => _value.Value;

    public void Replace()
    {
        if (settings.DevelopmentKeyFile is { } file)
        {
            File.Delete(file);
            _value = Read(settings, secrets);
        }
    }

    private static Lazy<string?> Read(FlexPriceSettings settings, IApiKeySecrets secrets) =>
        new(() => settings.DevelopmentKeyFile is { } file ? ReadOrMake(file, secrets) : null);

    private static string ReadOrMake(string file, IApiKeySecrets secrets)
    {
        if (!File.Exists(file))
        {
            PrivateFile.CreateNew(file, Encoding.ASCII.GetBytes(secrets.New(ApiKeyType.PrivateKey)));
        }

        return File.ReadAllText(file).Trim();
    }
}
