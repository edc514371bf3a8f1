using System.Security.Cryptography;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The folder of the keys, outside of the database: the ring of data protection and the key of look-up hashes.</summary>
internal sealed class KeyFolder(string path)
{
    private const int KeySize = 32;

    public DirectoryInfo Directory { get; } = System.IO.Directory.CreateDirectory(path);

    /// <summary>The key of look-up hashes, made at the first use.</summary>
    public byte[] LookupKey()
    {
        var file = Path.Combine(Directory.FullName, "lookup.key");
        if (!File.Exists(file))
        {
            PrivateFile.CreateNew(file, RandomNumberGenerator.GetBytes(KeySize));
        }

        var key = File.ReadAllBytes(file);
        return key.Length == KeySize ? key : throw new InvalidDataException("lookup.key in Keys__Path is damaged: restore it from the backup of the keys. Without it no customer is found by external id.");
    }
}
