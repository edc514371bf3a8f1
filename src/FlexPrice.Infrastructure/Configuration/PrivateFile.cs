namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Files that only the owner may read.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnBsd = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);
    private const UnixFileMode Readers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes a missing folder for its owner only, folders above it as the system does; one that exists stays as it is.</summary>
    public static DirectoryInfo CreateFolder(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);

    /// <summary>Makes an empty file unless there is one.</summary>
    public static void CreateMissing(string path)
    {
        if (!File.Exists(path))
        {
            new FileStream(path, Options(FileMode.OpenOrCreate)).Dispose();
        }
    }

    /// <summary>Whether others than the owner may read a file or folder. Always false where the system knows no such modes.</summary>
    public static bool IsReadByOthers(string path) =>
        !OperatingSystem.IsWindows() && (File.Exists(path) || Directory.Exists(path)) && (File.GetUnixFileMode(path) & Readers) != UnixFileMode.None;

    /// <summary>Opens a file for one process at a time, and creates it when it is missing; null when another process has it open. Do not delete the file: a process could delete the one that another has just opened.</summary>
    /// <exception cref="ConfigurationException">It cannot be opened at all.</exception>
    public static FileStream? TryOpenExclusively(string setting, string path)
    {
        try
        {
            return new FileStream(path, Options(FileMode.OpenOrCreate));
        }
        catch (IOException held) when (held.HResult is WouldBlockOnLinux or WouldBlockOnBsd or SharingViolationOnWindows)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([$"{setting} needs the file {path}, which cannot be opened to write ({failure.Message}): give the user of this process the right to write it, or remove what is there."]);
        }
    }

    /// <summary>Writes a file whole or not at all; when another process was faster, its file stays.</summary>
    public static void CreateNew(string path, ReadOnlySpan<byte> content)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{System.Environment.ProcessId}";
        using (var stream = new FileStream(draft, Options(FileMode.CreateNew)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return options;
    }
}
