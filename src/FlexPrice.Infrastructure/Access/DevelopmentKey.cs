using System.Text;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Generated at the first start, stored in a file that only the owner can read, the same at every start until it is revoked.</summary>
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
        try
        {
            if (!File.Exists(file))
            {
                PrivateFile.CreateNew(file, Encoding.ASCII.GetBytes(secrets.New(ApiKeyType.PrivateKey)));
            }

            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{file} holds the key that a Development server makes up, and cannot be read ({failure.Message}): give the user of this process the right to read it, remove it, or set Bootstrap__ApiKey."]);
        }
    }
}
