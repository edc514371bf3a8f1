namespace FlexPrice.Testing.Api;

/// <summary>The program behind its real server, on a port of its own.</summary>
public sealed class KestrelFixture() : ApiFixture(new SqliteEngine(), "api", isRealServer: true)
{
    internal int Port
    {
        get
        {
            _ = World;
            return Host.ClientOptions.BaseAddress.Port;
        }
    }
}
