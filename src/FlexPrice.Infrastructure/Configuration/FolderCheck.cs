namespace FlexPrice.Infrastructure.Configuration;

/// <summary>Makes the folders that the settings name and tries to write there, before anything depends on it.</summary>
internal static class FolderCheck
{
    public static void Run(FlexPriceSettings settings, ICollection<string> errors)
    {
        var database = settings.Database;
        if (string.IsNullOrEmpty(database.File))
        {
            // There is none, or the setting is refused already.
        }
        else if (Directory.Exists(database.File))
        {
            errors.Add($"ConnectionStrings__FlexPrice names {database.File}, which is a folder: name a file in it.");
        }
        else if (!database.MigrateOnStart && !File.Exists(database.File))
        {
            errors.Add($"ConnectionStrings__FlexPrice names {database.File}, which does not exist, and Database__MigrateOnStart is false: name the file of the database, set Database__MigrateOnStart to true to have it made, or run the program with migrate.");
        }
        else
        {
            Try("ConnectionStrings__FlexPrice", Path.GetDirectoryName(database.File)!, errors);
        }

        if (settings.KeysPath.Length > 0)
        {
            Try("Keys__Path", settings.KeysPath, errors);
        }
    }

    /// <summary>What others on this machine may read of a database and its keys. Their modes are the operator's, so that they are not changed.</summary>
    public static IEnumerable<string> Warnings(FlexPriceSettings settings)
    {
        string[] own = settings.Database.File is { } database ? [database, database + "-wal"] : [];
        var files = own.Select(path => (Setting: "ConnectionStrings__FlexPrice", Path: path, Fix: "chmod 600"))
            .Append((Setting: "Keys__Path", Path: settings.KeysPath, Fix: "chmod 700"));
        return files.Where(file => PrivateFile.IsReadByOthers(file.Path)).Select(file => $"{file.Setting}: others on this machine may read {file.Path}; to change that: {file.Fix} {file.Path}");
    }

    private static void Try(string setting, string folder, ICollection<string> errors)
    {
        try
        {
            PrivateFile.CreateFolder(folder);
            using var probe = new FileStream(Path.Combine(folder, $".probe-{System.Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{setting} needs the folder {folder}, which cannot be made or written ({failure.Message}): name another one, or give the user of this process the right to write there.");
        }
    }
}
