namespace FlexPrice.Testing.Processes;

/// <summary>The files through which a server is held or killed at a step.</summary>
internal sealed class FailpointFolder
{
    public FailpointFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    public void ArmKill(string step) => File.WriteAllText(At($"{step}.kill"), "");

    public bool HasKilled(string step) => File.Exists(At($"{step}.killed"));

    /// <summary>Forgets a kill, whether it happened or not.</summary>
    public void Disarm(string step)
    {
        File.Delete(At($"{step}.kill"));
        File.Delete(At($"{step}.killed"));
    }

    public void Hold(string step) => File.WriteAllText(At($"{step}.hold"), "");

    /// <summary>How many are held at the step.</summary>
    public int Reached(string step) => Directory.GetFiles(Path, $"{step}.reached.*").Length;

    public void Release(string step)
    {
        foreach (var reached in Directory.GetFiles(Path, $"{step}.reached.*"))
        {
            File.Delete(reached);
        }

        File.Delete(At($"{step}.hold"));
    }

    private string At(string file) => System.IO.Path.Combine(Path, file);
}
