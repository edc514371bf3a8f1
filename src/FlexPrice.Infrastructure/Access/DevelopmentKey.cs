using System.Text;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Access;

/// <summary>Made up at the first start, kept in a file that only the owner reads, the same at every start.</summary>
internal sealed class DevelopmentKey(FlexPriceSettings settings, IApiKeySecrets secrets) : IDevelopmentKey
{
    private readonly Lazy<string?> _value = new(() => settings.DevelopmentKeyFile is { } file ? ReadOrMake(file, secrets) : null);

    public string? Value => _value.Value;

    private static string ReadOrMake(string file, IApiKeySecrets secrets)
    {
        if (!File.Exists(file))
        {
            PrivateFile.CreateNew(file, Encoding.ASCII.GetBytes(secrets.New(ApiKeyType.PrivateKey)));
        }

        return File.ReadAllText(file).Trim();
    }
}
