namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Files that only the owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>Opens a file, made when it is missing, for one process at a time.</summary>
    /// <exception cref="IOException">Another one has it open.</exception>
    public static FileStream OpenExclusively(string path) => new(path, Options(FileMode.OpenOrCreate));

    /// <summary>Writes a file whole or not at all; when another process was faster, its file stays.</summary>
    public static void CreateNew(string path, ReadOnlySpan<byte> content)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
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
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
