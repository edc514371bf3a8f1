using System.Security.Cryptography;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The folder of the keys, outside of the database: the ring of data protection and the key of look-up hashes.</summary>
internal sealed class KeyFolder
{
    private const int KeySize = 32;

    private readonly string _lookupKeyFile;
    private readonly Lazy<byte[]> _lookupKey;

    public KeyFolder(string path)
    {
        Directory = PrivateFile.CreateFolder(path);
        _lookupKeyFile = Path.Combine(Directory.FullName, "lookup.key");
        _lookupKey = new Lazy<byte[]>(ReadOrMakeLookupKey);
    }

    public DirectoryInfo Directory { get; }

    /// <summary>Whether the key of look-up hashes has been made.</summary>
    public bool HasLookupKey => File.Exists(_lookupKeyFile);

    /// <summary>The key of look-up hashes, made at the first use. It is read once, so that the key which was checked at start is the one that is used.</summary>
    /// <exception cref="ConfigurationException">It is damaged.</exception>
    public byte[] LookupKey() => _lookupKey.Value;

    private byte[] ReadOrMakeLookupKey()
    {
        if (!HasLookupKey)
        {
            PrivateFile.CreateNew(_lookupKeyFile, RandomNumberGenerator.GetBytes(KeySize));
        }

        var key = File.ReadAllBytes(_lookupKeyFile);
        return key.Length == KeySize
            ? key
            : throw new ConfigurationException([$"Keys__Path ({Directory.FullName}) has a damaged lookup.key: restore it from the backup of the keys. Without it no customer is found by external id."]);
    }
}
