namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The operator's broker. No record: its text would show the password.</summary>
/// <param name="uri">Address and credentials.</param>
internal sealed class RabbitMqSettings(Uri uri)
{
    public const string UriKey = "RabbitMq:Uri";
    public const string UriSetting = "RabbitMq__Uri";

    private const string Example = "for example amqps://user:password@rabbit.example.com/vhost";

    /// <summary>Address and credentials, including the password: for the connection only.</summary>
    [MustAgree(UriSetting)]
    public Uri Uri => uri;

    /// <summary>Reads and checks; null when the operator has no broker. Nothing of the address gets into an error: a password may be anywhere in one that is wrong.</summary>
    public static RabbitMqSettings? Read(SettingReader reader)
    {
        if (ChannelSetting.Address(reader, UriKey) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
        {
            reader.Refuse($"RabbitMq__Uri must be an absolute amqp or amqps address, {Example}, or none to publish to no broker.");
        }
        else if (uri.Host.Length == 0)
        {
            reader.Refuse($"RabbitMq__Uri must name a host, {Example}.");
        }
        else if (uri.UserInfo.Split(':') is not ([""] or [{ Length: > 0 }, { Length: > 0 }]))
        {
            reader.Refuse($"RabbitMq__Uri must have a user name and a password or neither, {Example}. Encode what is special in them: a colon is %3A, an at sign %40, a slash %2F.");
        }
        else if (uri.Segments.Length > 2 || (uri.Segments.Length == 2 && uri.Segments[1].EndsWith('/')))
        {
            reader.Refuse("RabbitMq__Uri must have nothing but the virtual host as its path: encode a slash in its name as %2F.");
        }
        else if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            reader.Refuse("RabbitMq__Uri must end with the virtual host: what follows a question mark or a hash sign would be ignored. Encode them as %3F and %23 where they belong to a name.");
        }
        else if (uri.Scheme == "amqp" && !uri.IsLoopback)
        {
            reader.Warn("RabbitMq__Uri is plain amqp: everybody on the way can read the password and which customers are deleted. Use amqps.");
        }

        return uri is null ? null : new RabbitMqSettings(uri);
    }
}
