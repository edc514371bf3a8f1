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
    /// <exception cref="ConfigurationException">It is damaged, or cannot be read.</exception>
    public byte[] LookupKey() => _lookupKey.Value;

    private byte[] ReadOrMakeLookupKey()
    {
        byte[] key;
        try
        {
            if (!HasLookupKey)
            {
                PrivateFile.CreateNew(_lookupKeyFile, RandomNumberGenerator.GetBytes(KeySize));
            }

            key = File.ReadAllBytes(_lookupKeyFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"Keys__Path ({Directory.FullName}) has a lookup.key that cannot be read ({failure.Message}): give the user of this process the right to read it, or restore it from the backup of the keys."]);
        }

        return key.Length == KeySize
            ? key
            : throw new ConfigurationException([$"Keys__Path ({Directory.FullName}) has a damaged lookup.key: restore it from the backup of the keys. Without it no customer is found by external id."]);
    }
}
